package in.sampark.notification.provider.http;

import in.sampark.notification.provider.SmsProvider;
import in.sampark.notification.provider.domain.Outcome;
import in.sampark.notification.provider.domain.OutgoingSms;
import in.sampark.platform.messaging.Healing;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.async.MinimalHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.ComplexCancellable;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Deadline;
import org.apache.hc.core5.util.DeadlineTimeoutException;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * A gateway that takes a message as one HTTP request. The client is the plainest there is: it follows nobody, keeps no cookies and
 * repeats nothing behind our back, for whether a message may be handed over again is decided elsewhere.
 */
public final class HttpSmsGateway implements SmsProvider, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HttpSmsGateway.class);

    /** All connections were taken for too long. */
    private static final Outcome NO_TURN = new Outcome.Throttled(null);

    /** One connection of so many is kept for what people wait for. */
    private static final int KEPT = 4;

    private static final int KEPT_AT_MOST = 32;

    /** How often time-outs are looked for. */
    private static final TimeValue A_LOOK = TimeValue.ofMilliseconds(250);

    private final String name;
    private final MessageRequest request;
    private final Answers answers;
    private final Duration turnWithin;
    private final RequestConfig times;
    private final Clock clock;
    /** Opens connections: only those of this gateway wait for its name. */
    private final ExecutorService door;

    private final MinimalHttpAsyncClient awaited;
    /** The same where there is one connection only. */
    private final MinimalHttpAsyncClient others;

    /**
     * @param templates registered ids of all templates that are sent
     * @param clock by which messages expire
     * @throws IllegalArgumentException when the settings do not go together
     */
    public HttpSmsGateway(String name, HttpGatewaySettings settings, Set<String> templates, Clock clock) {
        this.name = name;
        this.clock = clock;
        this.request = new MessageRequest(settings, templates);
        this.answers = new Answers(settings.answers());
        this.turnWithin = settings.turnWithin();
        this.times = RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(turnWithin))
                .setResponseTimeout(Timeout.of(settings.responseTimeout()))
                .build();
        this.door = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("sms-" + name).factory());
        int kept = Math.clamp(settings.connections() / KEPT, 1, KEPT_AT_MOST);
        int left = settings.connections() - kept;
        this.awaited = client(new Connections(settings, kept, door));
        this.others = left == 0 ? awaited : client(new Connections(settings, left, door));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Duration inLineAtMost() {
        return turnWithin;
    }

    @Override
    public Mono<Outcome> send(OutgoingSms sms) {
        return Mono.defer(() -> {
            SimpleHttpRequest message;
            try {
                message = request.of(sms);
            } catch (RuntimeException e) {
                return Mono.just(unmade(sms, e));
            }
            Duration left = Duration.between(clock.instant(), sms.expiresAt());
            return left.isPositive() ? handOver(sms, message, left) : Mono.just(NO_TURN);
        });
    }

    private Mono<Outcome> handOver(OutgoingSms sms, SimpleHttpRequest message, Duration left) {
        message.setConfig(times(left));
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(Connections.LATEST, Deadline.calculate(Timeout.of(left)));
        return Mono.<ResponseEntity<String>>create(
                        answer -> send(sms.awaited() ? awaited : others, message, context, answer))
                .map(answers::outcome)
                .onErrorResume(failure -> Mono.just(outcome(failure)));
    }

    /** A fault of ours or of the gateway's file: nothing left the house, and the gateway is not to blame. What failed may quote the message. */
    private Outcome unmade(OutgoingSms sms, RuntimeException failure) {
        log.error("provider {}: no request could be made of {}", name, sms, Healing.loggable(failure));
        return new Outcome.Refused("NO_REQUEST", false);
    }

    @Override
    public void close() {
        awaited.close(CloseMode.GRACEFUL);
        others.close(CloseMode.GRACEFUL);
        door.shutdownNow();
    }

    private void send(
            MinimalHttpAsyncClient client,
            SimpleHttpRequest message,
            HttpClientContext context,
            MonoSink<ResponseEntity<String>> answer) {
        var opening = new ComplexCancellable();
        context.setAttribute(Connections.OPENING, opening);
        Future<?> sending = client.execute(
                SimpleRequestProducer.create(message), new ShortAnswer(), context, new FutureCallback<>() {
                    @Override
                    public void completed(ResponseEntity<String> result) {
                        answer.success(result);
                    }

                    @Override
                    public void failed(Exception failure) {
                        answer.error(failure);
                    }

                    @Override
                    public void cancelled() {
                        answer.error(new CancellationException());
                    }
                });
        answer.onCancel(() -> Connections.giveUp(opening, sending));
    }

    /** Nothing stands in line for longer than it is worth sending. Its answer is waited for all the same: it says what became of it. */
    private RequestConfig times(Duration left) {
        return left.compareTo(turnWithin) >= 0
                ? times
                : RequestConfig.copy(times)
                        .setConnectionRequestTimeout(Timeout.of(left))
                        .build();
    }

    private static MinimalHttpAsyncClient client(Connections connections) {
        MinimalHttpAsyncClient client = HttpAsyncClients.createMinimal(
                HttpVersionPolicy.FORCE_HTTP_1,
                H2Config.DEFAULT,
                Http1Config.DEFAULT,
                IOReactorConfig.custom()
                        .setIoThreadCount(1)
                        .setSelectInterval(A_LOOK)
                        .build(),
                connections);
        client.start();
        return client;
    }

    /** What failed before the request was on its way was surely not taken. That all connections are taken is no fault of the gateway. */
    private static Outcome outcome(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof ConnectTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLHandshakeException) {
                return new Outcome.Unavailable("NO_CONNECTION");
            }
            if (cause instanceof ConnectionRequestTimeoutException || cause instanceof DeadlineTimeoutException) {
                return NO_TURN;
            }
        }
        return new Outcome.Unknown("NO_ANSWER");
    }
}
