package in.sampark.simulator.sms.gupshup;

import in.sampark.simulator.sms.domain.Draft;
import in.sampark.simulator.sms.domain.Refusal;
import in.sampark.simulator.sms.submission.ApiKey;
import in.sampark.simulator.sms.submission.TakeMessages;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Whatever it says, it says with status 200. Any user will do; the API key is the password. */
@RestController
class GupshupController {

    private static final String PATH = "/sms/gupshup/GatewayAPI/rest";
    private static final GupshupReceipts RECEIPTS = new GupshupReceipts();
    private static final String BEYOND_LATIN = "[^\\x00-\\xff]";
    private static final int NATIONAL = 10;

    private final ApiKey apiKey;
    private final TakeMessages takeMessages;

    GupshupController(ApiKey apiKey, TakeMessages takeMessages) {
        this.apiKey = apiKey;
        this.takeMessages = takeMessages;
    }

    @PostMapping(path = PATH, produces = MediaType.TEXT_PLAIN_VALUE)
    Mono<String> post(ServerWebExchange exchange) {
        return exchange.getFormData().map(form -> answer(exchange, form.toSingleValueMap()));
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_PLAIN_VALUE)
    Mono<String> get(ServerWebExchange exchange) {
        return Mono.fromSupplier(
                () -> answer(exchange, exchange.getRequest().getQueryParams().toSingleValueMap()));
    }

    private String answer(ServerWebExchange exchange, Map<String, String> parameters) {
        if (!apiKey.matches(parameters.get("password"))) {
            return refused(Refusal.INVALID_API_KEY);
        }
        boolean asked = "SendMessage".equalsIgnoreCase(parameters.get("method"))
                && "plain".equalsIgnoreCase(parameters.get("auth_scheme"));
        if (!asked) {
            return refused(Refusal.MALFORMED_REQUEST);
        }
        Draft draft = draft(parameters);
        return switch (takeMessages.take(exchange, draft, RECEIPTS)) {
            case TakeMessages.Answer.Accepted(String id) -> "success | " + number(parameters) + " | " + id;
            case TakeMessages.Answer.Refused(Refusal refusal) -> refused(refusal);
        };
    }

    private static Draft draft(Map<String, String> parameters) {
        return new Draft(
                "+" + number(parameters),
                text(parameters.getOrDefault("msg", ""), parameters.getOrDefault("msg_type", "")),
                Draft.UNSAID,
                parameters.get("mask"),
                parameters.get("principalEntityId"),
                parameters.get("dltTemplateId"));
    }

    private static String number(Map<String, String> parameters) {
        String number = parameters.getOrDefault("send_to", "");
        return number.length() == NATIONAL ? "91" + number : number;
    }

    /** As it arrives: what is sent as another kind of message than it is arrives mutilated. */
    private static String text(String msg, String type) {
        return switch (type) {
            case "UNICODE_TEXT" -> msg;
            case "TEXT" -> msg.replaceAll(BEYOND_LATIN, "?");
            default -> "";
        };
    }

    private static String refused(Refusal refusal) {
        int code = switch (refusal) {
            case INVALID_API_KEY -> 102;
            case INVALID_NUMBER -> 105;
            case INVALID_HEADER -> 108;
            case BUSY, FAILING -> 100;
            default -> 101;
        };
        return "error | " + code + " | " + refusal.message();
    }
}
