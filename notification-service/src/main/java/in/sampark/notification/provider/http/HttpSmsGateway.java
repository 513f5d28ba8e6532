package in.sampark.notification.provider.http;

import in.sampark.notification.provider.SmsProvider;
import in.sampark.notification.provider.domain.Outcome;
import in.sampark.notification.provider.domain.OutgoingSms;
import io.netty.channel.ChannelOption;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;
import reactor.netty.resources.ConnectionProvider;

/** A gateway that takes a message as one HTTP request. */
public final class HttpSmsGateway implements SmsProvider, AutoCloseable {

    private static final Duration UNUSED_AT_MOST = Duration.ofSeconds(20);

    private static final int LONGEST_ANSWER = 64 * 1024;

    private final String name;
    private final HttpGatewaySettings settings;
    private final MessageRequest request;
    private final Answers answers;
    private final ConnectionProvider connections;
    private final WebClient web;

    /**
     * @param templates registered ids of all templates that are sent
     * @throws IllegalArgumentException when the settings do not go together
     */
    public HttpSmsGateway(String name, HttpGatewaySettings settings, Set<String> templates) {
        this.name = name;
        this.settings = settings;
        this.request = new MessageRequest(settings, templates);
        this.answers = new Answers(settings.answers());
        this.connections = ConnectionProvider.builder("sms-" + name)
                .maxConnections(settings.connections())
                .maxIdleTime(UNUSED_AT_MOST)
                .pendingAcquireTimeout(settings.connectTimeout())
                .pendingAcquireMaxCount(-1)
                .build();
        this.web = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client()))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_ANSWER))
                .build();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Mono<Outcome> send(OutgoingSms sms) {
        return Mono.defer(() -> request.of(sms, web).exchangeToMono(response -> response.toEntity(String.class)))
                .map(answers::outcome)
                .timeout(settings.atMost())
                .onErrorResume(failure -> Mono.just(outcome(failure)));
    }

    @Override
    public void close() {
        connections.dispose();
    }

    /** Nothing is repeated behind our back: whether a message may be handed over again is decided elsewhere. */
    private HttpClient client() {
        return HttpClient.create(connections)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.connectTimeout().toMillis()))
                .responseTimeout(settings.responseTimeout())
                .disableRetry(true);
    }

    /** What failed before the request was on its way was surely not taken. */
    private static Outcome outcome(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLHandshakeException
                    || cause instanceof PoolAcquireTimeoutException
                    || cause instanceof PoolAcquirePendingLimitException) {
                return new Outcome.Unavailable("NO_CONNECTION");
            }
        }
        return new Outcome.Unknown("NO_ANSWER");
    }
}
