package in.sampark.simulator.sms.trouble;

import in.sampark.simulator.sms.domain.Refusal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Puts the gateway into trouble and out of it. */
@RestController
class TroubleController {

    private static final int INTERNAL_SERVER_ERROR = 500;

    /**
     * What should be wrong. What is not said is as ever, so that an empty object ends all trouble.
     *
     * @param latencyMs how much later the gateway answers
     * @param answer {@code usual}, {@code status}, {@code silence}, {@code disconnect} or {@code nonsense}; or, in the words of its shape, a
     *     {@code refusal} of the number, that it is {@code busy}, or a {@code failure}
     * @param status which, when a status is the answer; 500 unless said
     * @param retryAfterSeconds with a status, when to come again
     * @param taken whether messages are carried nevertheless; not unless said
     * @param share of the requests that meet it; all unless said
     * @param requests how many meet it before it is over; without end unless said
     * @param perSecond so many within a second never meet it, e.g. with the status 429; any may unless said
     * @param listening whether anybody can connect, where the gateway has a port of its own
     */
    record Wish(
            @Nullable Long latencyMs,
            @Nullable String answer,
            @Nullable Integer status,
            @Nullable Long retryAfterSeconds,
            @Nullable Boolean taken,
            @Nullable Double share,
            @Nullable Long requests,
            @Nullable Integer perSecond,
            @Nullable Boolean listening) {

        Trouble trouble() {
            return new Trouble(
                    Duration.ofMillis(latencyMs == null ? 0 : latencyMs),
                    wished(),
                    Boolean.TRUE.equals(taken),
                    share == null ? 1 : share,
                    requests,
                    perSecond);
        }

        private Answer wished() {
            return switch (answer == null ? "usual" : answer) {
                case "usual" -> new Answer.Usual();
                case "status" -> new Answer.Status(status == null ? INTERNAL_SERVER_ERROR : status, retryAfterSeconds);
                case "silence" -> new Answer.Silence();
                case "disconnect" -> new Answer.Disconnect();
                case "nonsense" -> new Answer.Nonsense();
                case "refusal" -> new Answer.Words(Refusal.INVALID_NUMBER);
                case "busy" -> new Answer.Words(Refusal.BUSY);
                case "failure" -> new Answer.Words(Refusal.FAILING);
                case String other ->
                    throw new IllegalArgumentException("answer: " + other
                            + " (expected: usual, status, silence, disconnect, nonsense, refusal, busy or failure)");
            };
        }
    }

    /**
     * What is wrong.
     *
     * @param trouble in words; empty when nothing is
     * @param met how many requests have met it
     */
    record Shown(String trouble, long met, boolean listening) {}

    private final Troubles troubles;
    private final Optional<GatewayPort> port;
    private final TroubleSign sign;

    TroubleController(Troubles troubles, Optional<GatewayPort> port, TroubleSign sign) {
        this.troubles = troubles;
        this.port = port;
        this.sign = sign;
    }

    @GetMapping("/sms/trouble")
    Shown show() {
        return new Shown(sign.inWords(), troubles.present().met(), sign.listening());
    }

    /** Replaces all trouble there was; 400 names a value that cannot be. */
    @PutMapping("/sms/trouble")
    Mono<Shown> change(@RequestBody Wish wish) {
        return Mono.fromCallable(() -> {
                    Trouble trouble = understood(wish);
                    listen(!Boolean.FALSE.equals(wish.listening()));
                    troubles.begin(trouble);
                    return show();
                })
                .subscribeOn(Schedulers.boundedElastic()); // opening and closing a port waits
    }

    private static Trouble understood(Wish wish) {
        try {
            return wish.trouble();
        } catch (IllegalArgumentException e) {
            throw problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private void listen(boolean wished) {
        if (wished) {
            port.ifPresent(GatewayPort::start);
        } else {
            port.orElseThrow(
                            () -> problem(
                                    HttpStatus.CONFLICT,
                                    "listening: false (expected: true, the gateway has no port of its own to close; see SIMULATOR_SMS_PORT)"))
                    .stop();
        }
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
