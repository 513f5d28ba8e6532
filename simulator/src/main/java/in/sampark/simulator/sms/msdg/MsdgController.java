package in.sampark.simulator.sms.msdg;

import in.sampark.simulator.sms.domain.Draft;
import in.sampark.simulator.sms.domain.Refusal;
import in.sampark.simulator.sms.submission.ApiKey;
import in.sampark.simulator.sms.submission.TakeMessages;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Whatever it says, it says with status 200. Any user name will do; the API key is password and secure key. */
@RestController
class MsdgController {

    private static final MsdgReceipts RECEIPTS = new MsdgReceipts();

    private final ApiKey apiKey;
    private final TakeMessages takeMessages;

    MsdgController(ApiKey apiKey, TakeMessages takeMessages) {
        this.apiKey = apiKey;
        this.takeMessages = takeMessages;
    }

    @PostMapping(
            path = "/sms/msdg/esms/sendsmsrequestDLT",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.TEXT_PLAIN_VALUE)
    Mono<String> submit(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(fields -> MsdgForm.of(fields.toSingleValueMap()))
                .map(form -> answer(exchange, form));
    }

    private String answer(ServerWebExchange exchange, MsdgForm form) {
        if (!apiKey.matches(form.password())) {
            return refused(Refusal.INVALID_API_KEY);
        }
        if (!form.isSignedWith(apiKey.value())) {
            return refused(Refusal.INVALID_SIGNATURE);
        }
        Draft draft = new Draft(form.to(), form.text(), Draft.UNSAID, form.senderId(), Draft.UNSAID, form.templateId());
        return switch (takeMessages.take(exchange, draft, RECEIPTS)) {
            case TakeMessages.Answer.Accepted(String id) -> "402,MsgID = " + id;
            case TakeMessages.Answer.Refused(Refusal refusal) -> refused(refusal);
        };
    }

    private static String refused(Refusal refusal) {
        int code = switch (refusal) {
            case INVALID_API_KEY -> 401;
            case FAILING -> 405;
            case INVALID_NUMBER -> 406;
            case BUSY -> 410;
            case INVALID_HEADER -> 411;
            case INVALID_SIGNATURE -> 416;
            default -> 414;
        };
        return code + ", " + refusal.message();
    }
}
