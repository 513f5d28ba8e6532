package in.sampark.simulator.sms.web;

import in.sampark.simulator.sms.domain.Draft;
import in.sampark.simulator.sms.domain.Refusal;
import in.sampark.simulator.sms.receipt.PlainReceipts;
import in.sampark.simulator.sms.submission.ApiKey;
import in.sampark.simulator.sms.submission.TakeMessages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The gateway's plain shape: JSON, statuses of HTTP, and our reference in its receipts. */
@RestController
class GatewayController {

    /** What the gateway answers. */
    sealed interface Answer {
        /** @param id the gateway's id of the message, found again in its receipt */
        record Accepted(String id) implements Answer {}

        record Refused(int code, String message) implements Answer {}
    }

    private static final PlainReceipts RECEIPTS = new PlainReceipts();

    private final ApiKey apiKey;
    private final TakeMessages takeMessages;

    GatewayController(ApiKey apiKey, TakeMessages takeMessages) {
        this.apiKey = apiKey;
        this.takeMessages = takeMessages;
    }

    @PostMapping("/sms/messages")
    Mono<ResponseEntity<Answer>> submit(
            @RequestHeader(name = "X-Api-Key", required = false) @Nullable String key,
            @RequestBody Mono<Draft> draft,
            ServerWebExchange exchange) {
        if (!apiKey.matches(key)) {
            return Mono.just(refuse(Refusal.INVALID_API_KEY));
        }
        return draft.map(each -> answer(takeMessages.take(exchange, each, RECEIPTS)))
                .onErrorResume(ServerWebInputException.class, _ -> Mono.just(refuse(Refusal.MALFORMED_REQUEST)));
    }

    private static ResponseEntity<Answer> answer(TakeMessages.Answer answer) {
        return switch (answer) {
            case TakeMessages.Answer.Accepted(String id) ->
                ResponseEntity.accepted().body(new Answer.Accepted(id));
            case TakeMessages.Answer.Refused(Refusal refusal) -> refuse(refusal);
        };
    }

    private static ResponseEntity<Answer> refuse(Refusal refusal) {
        int status = switch (refusal) {
            case INVALID_API_KEY -> 401;
            case BUSY -> 429;
            case FAILING -> 500;
            default -> 400;
        };
        return ResponseEntity.status(status).body(new Answer.Refused(refusal.code(), refusal.message()));
    }
}
