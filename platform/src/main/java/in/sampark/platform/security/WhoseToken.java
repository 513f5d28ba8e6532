package in.sampark.platform.security;

import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.ReactiveAuthenticationManagerResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Who is asked whether a token counts: the identity provider, and on paths that are for consumers too, whoever the token says it is from. What it says
 * is believed by nobody before the signature is.
 */
final class WhoseToken implements ReactiveAuthenticationManagerResolver<ServerWebExchange> {

    /** A consumer's token that is in force, where it opens nothing. */
    static final class NotForConsumers extends AuthenticationException {

        private NotForConsumers() {
            super("a consumer's token (expected: one of staff)");
        }
    }

    private final ReactiveAuthenticationManager staffOnly;
    private final ReactiveAuthenticationManager either;
    private final ServerWebExchangeMatcher forConsumers;

    private WhoseToken(
            ReactiveAuthenticationManager staffOnly,
            ReactiveAuthenticationManager either,
            ServerWebExchangeMatcher forConsumers) {
        this.staffOnly = staffOnly;
        this.either = either;
        this.forConsumers = forConsumers;
    }

    /** @param consumersKey null where no consumer is known */
    static WhoseToken of(
            ReactiveJwtDecoder identityProvider, @Nullable String consumersKey, List<String> consumerPaths) {
        JwtReactiveAuthenticationManager staff = new JwtReactiveAuthenticationManager(identityProvider);
        staff.setJwtAuthenticationConverter(token -> Mono.fromCallable(() -> CallerToken.of(token)));
        if (consumersKey == null || consumerPaths.isEmpty()) {
            return new WhoseToken(staff, staff, exchange -> ServerWebExchangeMatcher.MatchResult.notMatch());
        }
        KnowConsumers consumers = KnowConsumers.by(consumersKey);
        return new WhoseToken(
                presented -> isFromConsumer(presented)
                        ? consumers.authenticate(presented).flatMap(_ -> Mono.error(new NotForConsumers()))
                        : staff.authenticate(presented),
                presented -> (isFromConsumer(presented) ? consumers : staff).authenticate(presented),
                ServerWebExchangeMatchers.pathMatchers(consumerPaths.toArray(String[]::new)));
    }

    @Override
    public Mono<ReactiveAuthenticationManager> resolve(ServerWebExchange exchange) {
        return forConsumers.matches(exchange).map(match -> match.isMatch() ? either : staffOnly);
    }

    private static boolean isFromConsumer(Authentication presented) {
        return presented instanceof BearerTokenAuthenticationToken bearer
                && SignConsumerTokens.ISSUER.equals(issuer(bearer.getToken()));
    }

    private static @Nullable String issuer(String token) {
        try {
            return JWTParser.parse(token) instanceof SignedJWT signed
                    ? signed.getJWTClaimsSet().getIssuer()
                    : null;
        } catch (ParseException e) {
            return null;
        }
    }
}
