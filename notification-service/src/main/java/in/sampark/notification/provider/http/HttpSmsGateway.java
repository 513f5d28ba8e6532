package in.sampark.notification.provider.http;

import in.sampark.notification.provider.SmsProvider;
import in.sampark.notification.provider.domain.Outcome;
import in.sampark.notification.provider.domain.OutgoingSms;
import io.netty.channel.ChannelOption;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway that takes a message as one HTTP request with a JSON body. */
public final class HttpSmsGateway implements SmsProvider, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration UNUSED_AT_MOST = Duration.ofSeconds(20);

    private final String name;
    private final HttpGatewaySettings settings;
    private final MessageBody body;
    private final JsonPointer messageId;
    private final ConnectionProvider connections;
    private final WebClient web;

    public HttpSmsGateway(String name, HttpGatewaySettings settings) {
        this.name = name;
        this.settings = settings;
        this.body = new MessageBody(settings.json());
        this.messageId = JsonPointer.compile(settings.messageId());
        this.connections = ConnectionProvider.builder("sms-" + name)
                .maxConnections(settings.connections())
                .maxIdleTime(UNUSED_AT_MOST)
                .pendingAcquireTimeout(settings.connectTimeout())
                .pendingAcquireMaxCount(-1)
                .build();
        this.web = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client()))
                .defaultHeaders(
                        headers -> settings.headers().forEach((header, value) -> headers.set(header, value.value())))
                .build();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Mono<Outcome> send(OutgoingSms sms) {
        return web.method(HttpMethod.valueOf(settings.method()))
                .uri(settings.url())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body.of(sms))
                .exchangeToMono(response -> response.toEntity(String.class))
                .map(this::outcome)
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

    private Outcome outcome(ResponseEntity<String> answer) {
        int status = answer.getStatusCode().value();
        if (settings.accepted().contains(status)) {
            String id = id(answer.getBody());
            return id == null ? new Outcome.Unknown("ANSWER_WITHOUT_ID") : new Outcome.Accepted(id);
        }
        if (settings.throttled().contains(status)) {
            return new Outcome.Throttled(retryAfter(answer.getHeaders()));
        }
        return new Outcome.Refused("HTTP_" + status, settings.refused().contains(status));
    }

    /** What failed before the request was on its way was surely not taken. */
    private static Outcome outcome(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLHandshakeException
                    || cause instanceof PoolAcquireTimeoutException
                    || cause instanceof PoolAcquirePendingLimitException) {
                return new Outcome.Refused("NO_CONNECTION", false);
            }
        }
        return new Outcome.Unknown("NO_ANSWER");
    }

    private @Nullable String id(@Nullable String answer) {
        if (answer == null) {
            return null;
        }
        try {
            JsonNode id = JSON.readTree(answer).at(messageId);
            return id.isValueNode() && !id.isNull() ? id.asString() : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        String seconds = headers.getFirst(HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }
}
