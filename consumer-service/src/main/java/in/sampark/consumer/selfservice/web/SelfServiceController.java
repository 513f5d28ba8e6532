package in.sampark.consumer.selfservice.web;

import in.sampark.consumer.otp.domain.OtpChallenge;
import in.sampark.consumer.otp.domain.OtpCode;
import in.sampark.consumer.otp.domain.OtpSending;
import in.sampark.consumer.selfservice.AskForCode;
import in.sampark.consumer.selfservice.ConfirmNumber;
import in.sampark.consumer.selfservice.domain.Confirmation;
import in.sampark.platform.crypto.MaskedNumber;
import in.sampark.platform.web.CallerAddress;
import in.sampark.platform.web.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/self-service/otp-challenges")
@PreAuthorize("permitAll()")
class SelfServiceController {

    private static final String HIDDEN = "***";
    private static final String NOWHERE = "unknown";
    private static final String CONFIRMED =
            "Your phone is confirmed. If what you said of the connection is right, it will be"
                    + " told at this number; where it has another confirmed number, that one is asked first.";

    private final AskForCode askForCode;
    private final ConfirmNumber confirmNumber;
    private final RequestReader requests;

    SelfServiceController(AskForCode askForCode, ConfirmNumber confirmNumber, RequestReader requests) {
        this.askForCode = askForCode;
        this.confirmNumber = confirmNumber;
        this.requests = requests;
    }

    record Challenge(String challengeId, String maskedNumber, Instant expiresAt) {}

    record Guess(@Nullable String code) {}

    record Answer(String answer) {}

    /** Sends a code to the number, whatever account is named. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Challenge> ask(@RequestBody RequestReader.NewChallenge body) {
        AskForCode.Request request = requests.read(body);
        return Mono.deferContextual(context -> askForCode.ask(request, address(CallerAddress.of(context))))
                .map(sending -> switch (sending) {
                    case OtpSending.Sent(OtpChallenge challenge) ->
                        new Challenge(
                                challenge.id().toString(),
                                MaskedNumber.of(challenge.number().e164()),
                                challenge.expiresAt());
                    case OtpSending.TooMany(Duration retryAfter) -> throw tooMany(retryAfter);
                    case OtpSending.Unknown() -> throw new IllegalStateException("no connection was looked up");
                });
    }

    /** Takes the code. That it is right says that the phone is theirs, and nothing of the account. */
    @PostMapping("/{challengeId}/verification")
    Mono<Answer> confirm(@PathVariable UUID challengeId, @RequestBody Guess body) {
        OtpCode code = Optional.ofNullable(body.code())
                .flatMap(OtpCode::parse)
                .orElseThrow(() -> Problem.invalid("code", HIDDEN, "6 digits"));
        return Mono.deferContextual(
                        context -> confirmNumber.confirm(challengeId, code, address(CallerAddress.of(context))))
                .map(confirmation -> switch (confirmation) {
                    case Confirmation.Confirmed() -> new Answer(CONFIRMED);
                    case Confirmation.Wrong(int attemptsLeft) ->
                        throw Problem.unprocessable("wrong code").with("attemptsLeft", attemptsLeft);
                    case Confirmation.Over() -> throw Problem.gone("no code is awaited; ask for another");
                    case Confirmation.TooMany(Duration retryAfter) -> throw tooMany(retryAfter);
                });
    }

    private static Problem tooMany(Duration retryAfter) {
        return Problem.tooMany("too many attempts", retryAfter.plusMillis(999).toSeconds());
    }

    private static String address(Optional<String> literal) {
        return literal.map(AddressBlock::of).orElse(NOWHERE);
    }
}
