package in.sampark.consumer.selfservice.web;

import in.sampark.consumer.otp.domain.OtpChallenge;
import in.sampark.consumer.otp.domain.OtpCode;
import in.sampark.consumer.preference.WishReader;
import in.sampark.consumer.selfservice.AskForCode;
import in.sampark.consumer.selfservice.ConfirmNumber;
import in.sampark.consumer.selfservice.domain.Confirmation;
import in.sampark.consumer.selfservice.domain.Wanted;
import in.sampark.platform.crypto.MaskedNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

    record Challenge(String challengeId, String maskedNumber, Instant expiresAt) {

        static Challenge of(OtpChallenge challenge) {
            return new Challenge(
                    challenge.id().toString(),
                    MaskedNumber.of(challenge.number().e164()),
                    challenge.expiresAt());
        }
    }

    /**
     * @param preferences wishes in place of earlier ones; none to leave those
     * @param withdraw consents taken back, like SMS/PROMOTION
     */
    record Guess(
            @Nullable String code,
            WishReader.@Nullable Wish preferences,
            @Nullable List<String> withdraw) {}

    record Answer(String answer) {}

    /** Sends a code to the number, whatever account is named. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Challenge> ask(@RequestBody RequestReader.NewChallenge body) {
        AskForCode.Request request = requests.read(body);
        return Mono.deferContextual(context -> askForCode.ask(request, AddressBlock.of(context)))
                .map(Codes::sent)
                .map(Challenge::of);
    }

    /**
     * Takes the code. That it is right says that the phone is theirs, and nothing of the account. What is wanted besides is followed
     * when the number is the connection's.
     */
    @PostMapping("/{challengeId}/verification")
    Mono<Answer> confirm(@PathVariable UUID challengeId, @RequestBody Guess body) {
        OtpCode code = Codes.read(body.code());
        Wanted wanted = wanted(body);
        return Mono.deferContextual(
                        context -> confirmNumber.confirm(challengeId, code, wanted, AddressBlock.of(context)))
                .map(confirmation -> switch (confirmation) {
                    case Confirmation.Confirmed() -> new Answer(CONFIRMED);
                    case Confirmation.Wrong(int attemptsLeft) -> throw Codes.wrong(attemptsLeft);
                    case Confirmation.Over() -> throw Codes.over();
                    case Confirmation.TooMany(Duration retryAfter) -> throw Codes.tooMany(retryAfter);
                });
    }

    private static Wanted wanted(Guess body) {
        WishReader.Wish wish = body.preferences();
        List<String> withdraw = Optional.ofNullable(body.withdraw()).orElse(List.of());
        return new Wanted(
                wish == null ? null : WishReader.read(wish),
                withdraw.stream().map(WishReader::readConsent).collect(Collectors.toUnmodifiableSet()));
    }
}
