package in.sampark.simulator.sms.msg91;

import in.sampark.simulator.sms.domain.Draft;
import in.sampark.simulator.sms.domain.Refusal;
import in.sampark.simulator.sms.submission.ApiKey;
import in.sampark.simulator.sms.submission.TakeMessages;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** The API key is the authkey. A request has one recipient. */
@RestController
class Msg91Controller {

    /** @param recipients what fills the template for each, beside {@code mobiles}, the number with the country's code */
    @JsonNaming(SnakeCaseStrategy.class)
    record Request(@Nullable String templateId, @Nullable List<Map<String, String>> recipients) {}

    /** What the gateway answers. */
    sealed interface Answer {
        /** @param message the id of the request */
        record Success(String message, String type) implements Answer {}

        record Error(String message, String type, String code) implements Answer {}
    }

    private static final Msg91Receipts RECEIPTS = new Msg91Receipts();

    private final ApiKey apiKey;
    private final TakeMessages takeMessages;
    private final Flows flows;

    Msg91Controller(ApiKey apiKey, TakeMessages takeMessages, Flows flows) {
        this.apiKey = apiKey;
        this.takeMessages = takeMessages;
        this.flows = flows;
    }

    @PostMapping({"/sms/msg91/api/v5/flow", "/sms/msg91/api/v5/flow/"})
    Mono<ResponseEntity<Answer>> submit(
            @RequestHeader(required = false) @Nullable String authkey,
            @RequestBody Mono<Request> request,
            ServerWebExchange exchange) {
        if (!apiKey.matches(authkey)) {
            return Mono.just(refused(Refusal.INVALID_API_KEY));
        }
        return request.map(each -> answer(exchange, each))
                .onErrorResume(ServerWebInputException.class, _ -> Mono.just(refused(Refusal.MALFORMED_REQUEST)));
    }

    private ResponseEntity<Answer> answer(ServerWebExchange exchange, Request request) {
        var flow = flows.find(request.templateId() == null ? "" : request.templateId());
        if (flow.isEmpty()) {
            return refused(Refusal.INVALID_TEMPLATE);
        }
        if (request.recipients() == null || request.recipients().size() != 1) {
            return refused(Refusal.MALFORMED_REQUEST);
        }
        return switch (takeMessages.take(
                exchange, draft(flow.get(), request.recipients().getFirst()), RECEIPTS)) {
            case TakeMessages.Answer.Accepted(String id) -> ResponseEntity.ok(new Answer.Success(id, "success"));
            case TakeMessages.Answer.Refused(Refusal refusal) -> refused(refusal);
        };
    }

    private static Draft draft(Flows.Flow flow, Map<String, String> recipient) {
        return new Draft(
                "+" + recipient.get("mobiles"),
                flow.filled(recipient),
                Draft.UNSAID,
                flow.header(),
                Draft.UNSAID,
                flow.templateId());
    }

    private static ResponseEntity<Answer> refused(Refusal refusal) {
        int code = switch (refusal) {
            case INVALID_API_KEY -> 207;
            case INVALID_NUMBER -> 202;
            case MISSING_TEXT, TEXT_TOO_LONG -> 310;
            case INVALID_HEADER -> 203;
            case BUSY -> 429;
            case FAILING -> 500;
            default -> 211;
        };
        int status = switch (refusal) {
            case INVALID_API_KEY -> 401;
            case BUSY -> 429;
            default -> 200;
        };
        return ResponseEntity.status(status).body(new Answer.Error(refusal.message(), "error", Integer.toString(code)));
    }
}
