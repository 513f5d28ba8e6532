package in.sampark.consumer.selfservice.web;

import in.sampark.consumer.otp.domain.OtpChallenge;
import in.sampark.consumer.otp.domain.OtpCode;
import in.sampark.consumer.selfservice.AskToLogIn;
import in.sampark.consumer.selfservice.LogIn;
import in.sampark.consumer.selfservice.domain.Login;
import in.sampark.platform.crypto.MaskedNumber;
import java.time.Duration;
import java.time.Instant;
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

/** Lets consumers in to see their own connection, by a code that is sent to its number. */
@RestController
@RequestMapping("/api/v1/self-service/logins")
@PreAuthorize("permitAll()")
class LoginController {

    private final AskToLogIn askToLogIn;
    private final LogIn logIn;
    private final RequestReader requests;

    LoginController(AskToLogIn askToLogIn, LogIn logIn, RequestReader requests) {
        this.askToLogIn = askToLogIn;
        this.logIn = logIn;
        this.requests = requests;
    }

    record Asked(String loginId, String maskedNumber, Instant expiresAt) {

        static Asked of(OtpChallenge challenge) {
            return new Asked(
                    challenge.id().toString(),
                    MaskedNumber.of(challenge.number().e164()),
                    challenge.expiresAt());
        }
    }

    /** @param code the six digits that came */
    record Guess(@Nullable String code) {}

    /**
     * @param token for an {@code Authorization} header: {@code Bearer <token>}
     * @param expiresAt when another code is needed
     */
    record Opened(String connectionId, String token, Instant expiresAt) {}

    /**
     * Asks for a code. It comes if the number is the connection's, proven and not doubted; the answer is the same for every account and
     * number.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Asked> ask(@RequestBody RequestReader.NewLogin body) {
        AskToLogIn.Request request = requests.read(body);
        return Mono.deferContextual(context -> askToLogIn.ask(request, AddressBlock.of(context)))
                .map(Codes::sent)
                .map(Asked::of);
    }

    /** Takes the code, and gives a token that opens the connection, and nothing else, for a while. */
    @PostMapping("/{loginId}/token")
    Mono<Opened> open(@PathVariable UUID loginId, @RequestBody Guess body) {
        OtpCode code = Codes.read(body.code());
        return Mono.deferContextual(context -> logIn.logIn(loginId, code, AddressBlock.of(context)))
                .map(login -> switch (login) {
                    case Login.In(String connectionId, String token, Instant expiresAt) ->
                        new Opened(connectionId, token, expiresAt);
                    case Login.Wrong(int attemptsLeft) -> throw Codes.wrong(attemptsLeft);
                    case Login.Over() -> throw Codes.over();
                    case Login.TooMany(Duration retryAfter) -> throw Codes.tooMany(retryAfter);
                });
    }
}
