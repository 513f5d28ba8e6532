package in.sampark.consumer.otp.web;

import in.sampark.consumer.contact.MobileNumbers;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.contact.domain.Standing;
import in.sampark.consumer.otp.SendCode;
import in.sampark.consumer.otp.VerifyNumber;
import in.sampark.consumer.otp.domain.OtpChallenge;
import in.sampark.consumer.otp.domain.OtpCheck;
import in.sampark.consumer.otp.domain.OtpCode;
import in.sampark.consumer.otp.domain.OtpSending;
import in.sampark.platform.crypto.MaskedNumber;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class OtpController {

    private static final String HIDDEN = "***";

    private final SendCode sendCode;
    private final VerifyNumber verifyNumber;

    OtpController(SendCode sendCode, VerifyNumber verifyNumber) {
        this.sendCode = sendCode;
        this.verifyNumber = verifyNumber;
    }

    /** @param further whether the number is to be told beside the primary one; otherwise it takes its place */
    record NewChallenge(@Nullable String mobile, @Nullable Boolean further) {}

    record Challenge(String challengeId, String maskedNumber, Instant expiresAt) {}

    record Guess(@Nullable String code) {}

    record Proof(String connectionId, String maskedNumber, Standing standing) {}

    /** Sends a code to a number for a connection of the caller's area. The numbers on file stay as they are until it is confirmed. */
    @PostMapping("/api/v1/connections/{connectionId}/otp-challenges")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasRole('officer')")
    Mono<Challenge> send(
            @PathVariable String connectionId, @RequestBody NewChallenge body, @AuthenticationPrincipal Caller caller) {
        MobileNumber number = Optional.ofNullable(body.mobile())
                .flatMap(MobileNumbers::parse)
                .orElseThrow(() -> Problem.invalid("mobile", HIDDEN, "an Indian mobile number"));
        return sendCode.send(connectionId, number, Boolean.TRUE.equals(body.further()), caller)
                .map(sending -> switch (sending) {
                    case OtpSending.Sent(OtpChallenge challenge) ->
                        new Challenge(challenge.id().toString(), masked(challenge.number()), challenge.expiresAt());
                    case OtpSending.TooMany(Duration retryAfter) ->
                        throw Problem.tooMany("too many codes were asked for", retryAfter);
                    case OtpSending.Closed(LocalDate to) ->
                        throw Problem.conflict("connection " + connectionId + ": closed, supplied until " + to
                                + " (expected: one that is supplied)");
                    case OtpSending.Unknown() -> throw Problem.notFound("connection " + connectionId);
                });
    }

    /** Takes the code the consumer read out. */
    @PostMapping("/api/v1/otp-challenges/{challengeId}/verification")
    @PreAuthorize("hasRole('officer')")
    Mono<Proof> verify(
            @PathVariable UUID challengeId, @RequestBody Guess body, @AuthenticationPrincipal Caller caller) {
        OtpCode code = Optional.ofNullable(body.code())
                .flatMap(OtpCode::parse)
                .orElseThrow(() -> Problem.invalid("code", HIDDEN, "6 digits"));
        return verifyNumber.verify(challengeId, code, caller).map(check -> switch (check) {
            case OtpCheck.Verified verified ->
                new Proof(
                        verified.contact().connectionId().toString(),
                        masked(verified.number()),
                        verified.contact().standing());
            case OtpCheck.Overtaken() ->
                throw Problem.conflict("another number was proven for this connection meanwhile");
            case OtpCheck.Wrong(int attemptsLeft) ->
                throw Problem.unprocessable("wrong code").with("attemptsLeft", attemptsLeft);
            case OtpCheck.Expired() -> throw Problem.gone("the code has expired");
            case OtpCheck.Burned() -> throw Problem.gone("too many wrong codes");
            case OtpCheck.Used() -> throw Problem.gone("the code was used");
            case OtpCheck.Unknown() -> throw Problem.notFound("challenge " + challengeId);
        });
    }

    private static String masked(MobileNumber number) {
        return MaskedNumber.of(number.e164());
    }
}
