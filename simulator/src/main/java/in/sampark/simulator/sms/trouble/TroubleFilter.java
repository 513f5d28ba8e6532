package in.sampark.simulator.sms.trouble;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Stands between the gateway and its senders and does to a submission what the present trouble says. A message that is taken
 * is taken when it comes; what is wrong then is wrong with its answer. No thread waits.
 */
final class TroubleFilter implements WebFilter {

    private static final String SUBMISSIONS = "/sms/messages";

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
        exchange.getResponse().beforeCommit(() -> late(trouble).then(answer(trouble, exchange)));
        boolean taken = trouble.taken() || trouble.answer() instanceof Answer.Usual;
        return taken ? chain.filter(exchange) : exchange.getResponse().setComplete();
    }

    private static boolean isSubmission(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.POST
                && request.getPath().value().equals(SUBMISSIONS);
    }

    private static Mono<Void> late(Trouble trouble) {
        return trouble.latency().isZero()
                ? Mono.empty()
                : Mono.delay(trouble.latency()).then();
    }

    private static Mono<Void> answer(Trouble trouble, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        return switch (trouble.answer()) {
            case Answer.Usual() -> Mono.empty();
            case Answer.Status(int code) -> Mono.fromRunnable(() -> response.setRawStatusCode(code));
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
