package in.sampark.simulator.identity;

import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * An OpenID Connect provider on a port of its own; its issuer is {@code http://<address>:<port>/sampark-simulator}, as
 * the caller wrote address and port. Its signing keys survive a restart, so tokens do, too.
 */
public class IdentityProvider implements SmartLifecycle {

    static final String ISSUER_ID = "sampark-simulator";

    private static final Logger log = LoggerFactory.getLogger(IdentityProvider.class);

    private final IdentitySettings settings;
    private volatile @Nullable MockOAuth2Server server;

    IdentityProvider(IdentitySettings settings) {
        this.settings = settings;
    }

    /** What issues its tokens, while it runs. */
    public String issuer() {
        MockOAuth2Server running = server;
        if (running == null) {
            throw new IllegalStateException("identity provider: stopped (expected: running)");
        }
        int port = running.getConfig().getHttpServer().port();
        return "http://" + settings.address().getHostAddress() + ":" + port + "/" + ISSUER_ID;
    }

    @Override
    public void start() {
        MockOAuth2Server starting = new MockOAuth2Server(new OAuth2Config(
                true,
                null,
                null,
                false,
                new OAuth2TokenProvider(),
                Set.of(new ScopedToken(settings.tokenValidFor())),
                new NettyWrapper()));
        starting.start(settings.address(), settings.port());
        server = starting;
        log.info("Identity provider issues tokens as {}", issuer());
    }

    @Override
    public void stop() {
        MockOAuth2Server running = server;
        server = null;
        if (running != null) {
            running.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
