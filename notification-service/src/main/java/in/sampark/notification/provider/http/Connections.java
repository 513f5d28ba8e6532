package in.sampark.notification.provider.http;

import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.concurrent.ComplexCancellable;
import org.apache.hc.core5.concurrent.ComplexFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.util.Deadline;
import org.apache.hc.core5.util.DeadlineTimeoutException;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A gateway's connections. For a new one a name is looked up, and who does it is blocked: nobody but the door may be. The client forgets a
 * connection that is being opened for a request it cancels, and it would be taken for ever: requests are given up by {@link #giveUp}.
 */
final class Connections extends PoolingAsyncClientConnectionManager {

    /** A {@link ComplexCancellable} in the context of a request; cancelled, it lets go of the connection that is being opened. */
    static final String OPENING = "sampark.opening";

    /** A {@link Deadline} in the context of a request: a connection that is open later is not used for it. */
    static final String LATEST = "sampark.latest";

    private static final Timeout UNUSED_AT_MOST = Timeout.ofSeconds(20);

    private final Executor door;

    /**
     * @param most connections at a time
     * @param door who opens them, one after the other
     */
    Connections(HttpGatewaySettings settings, int most, Executor door) {
        super(RegistryBuilder.<TlsStrategy>create()
                .register(URIScheme.HTTPS.id, DefaultClientTlsStrategy.createDefault())
                .build());
        this.door = door;
        setMaxTotal(most);
        setDefaultMaxPerRoute(most);
        setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                .setIdleTimeout(UNUSED_AT_MOST)
                .build());
    }

    /** Gives up a request and what is being opened for it. That comes first: what is open by then the request lets go of. */
    static void giveUp(ComplexCancellable opening, Future<?> request) {
        opening.cancel();
        request.cancel(true);
    }

    @Override
    public Future<AsyncConnectionEndpoint> connect(
            AsyncConnectionEndpoint endpoint,
            ConnectionInitiator initiator,
            @Nullable Timeout within,
            @Nullable Object attachment,
            @Nullable HttpContext context,
            FutureCallback<AsyncConnectionEndpoint> callback) {
        Deadline latest =
                context != null && context.getAttribute(LATEST) instanceof Deadline set ? set : Deadline.MAX_VALUE;
        var opening = new ComplexFuture<>(callback);
        var opened = new FutureCallback<AsyncConnectionEndpoint>() {
            @Override
            public void completed(AsyncConnectionEndpoint connected) {
                if (latest.isExpired()) {
                    opening.failed(DeadlineTimeoutException.from(latest));
                } else {
                    opening.completed(connected);
                }
            }

            @Override
            public void failed(Exception failure) {
                opening.failed(latest.isExpired() ? DeadlineTimeoutException.from(latest) : failure);
            }

            @Override
            public void cancelled() {
                opening.cancel();
            }
        };
        if (context != null && context.getAttribute(OPENING) instanceof ComplexCancellable request) {
            request.setDependency(opening);
        }
        door.execute(() -> {
            if (latest.isExpired()) {
                opening.failed(DeadlineTimeoutException.from(latest));
                return;
            }
            try {
                opening.setDependency(super.connect(endpoint, initiator, within, attachment, context, opened));
            } catch (RuntimeException e) {
                opening.failed(e);
            }
        });
        return opening;
    }
}
