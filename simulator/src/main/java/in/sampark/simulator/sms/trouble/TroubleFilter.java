package in.sampark.simulator.sms.trouble;

import static java.nio.charset.StandardCharsets.UTF_8;

import in.sampark.simulator.sms.domain.Refusal;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Stands between the gateway and its senders and does to a submission what the present trouble says. A message that is taken
 * is taken when it comes; what is wrong then is wrong with its answer. No thread waits.
 */
final class TroubleFilter implements WebFilter {

    private static final String GATEWAYS = "/sms/";
    private static final String TROUBLE = "/sms/trouble";
    private static final byte[] NONSENSE = "<html><body>Welcome!</body></html>".getBytes(UTF_8);

    private final Troubles troubles;

    TroubleFilter(Troubles troubles) {
        this.troubles = troubles;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Trouble trouble = isSubmission(exchange.getRequest()) ? troubles.meet() : Trouble.NONE;
        if (!trouble.any()) {
            return chain.filter(exchange);
        }
        if (trouble.answer() instanceof Answer.Words(Refusal refusal)) {
            new OwnWords(refusal, trouble.taken()).sayTo(exchange);
        }
        exchange.getResponse().beforeCommit(() -> late(trouble).then(answer(trouble, exchange)));
        ServerHttpResponse response = exchange.getResponse();
        boolean nonsense = trouble.answer() instanceof Answer.Nonsense;
        return reachesTheGateway(trouble)
                ? chain.filter(nonsense ? talking(exchange) : exchange)
                : nonsense ? talk(response) : response.setComplete();
    }

    private static boolean reachesTheGateway(Trouble trouble) {
        return trouble.taken() || trouble.answer() instanceof Answer.Usual || trouble.answer() instanceof Answer.Words;
    }

    private static boolean isSubmission(ServerHttpRequest request) {
        String path = request.getPath().value();
        return path.startsWith(GATEWAYS) && !path.equals(TROUBLE);
    }

    /** The same exchange, whose answer is nonsense whatever the gateway writes. */
    private static ServerWebExchange talking(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        return exchange.mutate()
                .response(new ServerHttpResponseDecorator(response) {
                    @Override
                    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
                        return Flux.from(body)
                                .doOnNext(DataBufferUtils::release)
                                .then(talk(response));
                    }
                })
                .build();
    }

    private static Mono<Void> talk(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setContentType(MediaType.TEXT_HTML);
        response.getHeaders().setContentLength(NONSENSE.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(NONSENSE)));
    }

    private static Mono<Void> late(Trouble trouble) {
        return trouble.latency().isZero()
                ? Mono.empty()
                : Mono.delay(trouble.latency()).then();
    }

    private static Mono<Void> answer(Trouble trouble, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        return switch (trouble.answer()) {
            case Answer.Usual(), Answer.Words(var _), Answer.Nonsense() -> Mono.empty();
            case Answer.Status(int code, Long retryAfter) ->
                Mono.fromRunnable(() -> {
                    response.setRawStatusCode(code);
                    if (retryAfter != null) {
                        response.getHeaders().set(HttpHeaders.RETRY_AFTER, retryAfter.toString());
                    }
                });
            case Answer.Silence() -> Mono.never();
            case Answer.Disconnect() -> Mono.defer(() -> disconnect(exchange.getRequest()));
        };
    }

    private static Mono<Void> disconnect(ServerHttpRequest request) {
        HttpServerRequest connected = ServerHttpRequestDecorator.getNativeRequest(request);
        connected.withConnection(connection -> connection.channel().close());
        return Mono.never();
    }
}
