package in.sampark.simulator.identity;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * Reads from a request's scope what its token shall allow: {@code <role>:<area path>}, several of the same area for
 * several roles. OpenID Connect's own scopes, which have no colon, are passed over.
 */
final class ScopedToken implements OAuth2TokenCallback {

    private static final String AUDIENCE = "sampark";
    private static final Set<String> OPENID_SCOPES = Set.of("openid", "profile", "email", "offline_access");

    private final Duration validFor;

    ScopedToken(Duration validFor) {
        this.validFor = validFor;
    }

    @Override
    public String issuerId() {
        return IdentityProvider.ISSUER_ID;
    }

    /** A client's token is about the client itself. */
    @Override
    public String subject(TokenRequest request) {
        return Optional.ofNullable(request.getClientID())
                .or(() -> Optional.ofNullable(request.getClientAuthentication())
                        .map(authentication -> authentication.getClientID()))
                .orElseThrow(() -> new OAuth2Exception(OAuth2Error.INVALID_CLIENT, "client_id is missing"))
                .getValue();
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(AUDIENCE);
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        List<Grant> grants = grants(request);
        String area = grants.getFirst().area();
        if (grants.stream().anyMatch(grant -> !grant.area().equals(area))) {
            throw invalidScope("a token is for one area");
        }
        return Map.of(
                "roles", grants.stream().map(Grant::role).distinct().toList(),
                "discom", grants.getFirst().discom(),
                "area", area);
    }

    @Override
    public long tokenExpiry() {
        return validFor.toSeconds();
    }

    private static List<Grant> grants(TokenRequest request) {
        Stream<String> scopes =
                request.getScope() == null ? Stream.empty() : request.getScope().toStringList().stream();
        List<Grant> grants = scopes.filter(scope -> !OPENID_SCOPES.contains(scope))
                .map(scope -> Grant.parse(scope).orElseThrow(() -> invalidScope("'" + scope + "'")))
                .toList();
        if (grants.isEmpty()) {
            throw invalidScope("none");
        }
        return grants;
    }

    private static OAuth2Exception invalidScope(String what) {
        String description = "scope: " + what + " (expected: <role>:<area path>)";
        return new OAuth2Exception(OAuth2Error.INVALID_SCOPE.setDescription(description), description);
    }
}
