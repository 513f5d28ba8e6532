package in.sampark.simulator.sms.web;

import in.sampark.simulator.sms.domain.Draft;
import in.sampark.simulator.sms.domain.Message;
import in.sampark.simulator.sms.domain.Messages;
import in.sampark.simulator.sms.domain.Refusal;
import in.sampark.simulator.sms.domain.Submission;
import in.sampark.simulator.sms.domain.Verdict;
import in.sampark.simulator.sms.receipt.Carrier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The interface a sender meets. Like those of real providers it knows no idempotency: posted twice is sent twice. */
@RestController
class GatewayController {

    /** What the gateway answers. */
    sealed interface Answer {
        /** @param id the gateway's id of the message, found again in its receipt */
        record Accepted(String id) implements Answer {}

        record Refused(int code, String message) implements Answer {}
    }

    private final ApiKey apiKey;
    private final Messages messages;
    private final Carrier carrier;

    GatewayController(ApiKey apiKey, Messages messages, Carrier carrier) {
        this.apiKey = apiKey;
        this.messages = messages;
        this.carrier = carrier;
    }

    @PostMapping("/sms/messages")
    Mono<ResponseEntity<Answer>> submit(
            @RequestHeader(name = "X-Api-Key", required = false) @Nullable String key, @RequestBody Mono<Draft> draft) {
        if (!apiKey.matches(key)) {
            return Mono.just(refuse(HttpStatus.UNAUTHORIZED, Refusal.INVALID_API_KEY));
        }
        return draft.map(this::answer)
                .onErrorResume(
                        ServerWebInputException.class,
                        _ -> Mono.just(refuse(HttpStatus.BAD_REQUEST, Refusal.MALFORMED_REQUEST)));
    }

    private ResponseEntity<Answer> answer(Draft draft) {
        return switch (draft.judge()) {
            case Verdict.Taken(Submission submission) -> accept(submission);
            case Verdict.Refused(Refusal refusal) -> refuse(HttpStatus.BAD_REQUEST, refusal);
        };
    }

    private ResponseEntity<Answer> accept(Submission submission) {
        Message message = messages.take(submission);
        carrier.carry(message);
        return ResponseEntity.accepted().body(new Answer.Accepted(message.id()));
    }

    private static ResponseEntity<Answer> refuse(HttpStatus status, Refusal refusal) {
        return ResponseEntity.status(status).body(new Answer.Refused(refusal.code(), refusal.message()));
    }
}
