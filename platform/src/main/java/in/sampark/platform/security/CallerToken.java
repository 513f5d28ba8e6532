package in.sampark.platform.security;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** An access token understood: its holder is the principal. */
final class CallerToken extends AbstractAuthenticationToken {

    private final Caller caller;
    private final Object token;

    private CallerToken(Caller caller, Object token) {
        super(caller.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList());
        this.caller = caller;
        this.token = token;
        setAuthenticated(true);
    }

    /** @throws InvalidBearerTokenException when the token does not say who calls for which company and area */
    static CallerToken of(Jwt jwt) {
        try {
            List<String> roles = jwt.getClaimAsStringList("roles");
            return new CallerToken(
                    new Caller(
                            claim(jwt, "sub"),
                            claim(jwt, "discom"),
                            claim(jwt, "area"),
                            roles == null ? Set.of() : Set.copyOf(roles)),
                    jwt);
        } catch (IllegalArgumentException e) {
            throw new InvalidBearerTokenException(String.valueOf(e.getMessage()), e);
        }
    }

    /** A consumer's token. */
    static CallerToken ofConsumer(Caller caller, String token) {
        return new CallerToken(caller, token);
    }

    private static String claim(Jwt jwt, String name) {
        String value = jwt.getClaimAsString(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("claim " + name + ": none (expected: one)");
        }
        return value;
    }

    @Override
    public Object getCredentials() {
        return token;
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerToken that && token.equals(that.token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }
}
