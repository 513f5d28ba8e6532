package in.sampark.platform.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Finds out from where each request comes. */
final class CallerAddressFilter implements WebFilter {

    private final TrustedProxies proxies;

    CallerAddressFilter(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        InetSocketAddress peer = exchange.getRequest().getRemoteAddress();
        if (peer == null || peer.getAddress() == null) {
            return chain.filter(exchange);
        }
        InetAddress address = proxies.callerOf(
                peer.getAddress(), exchange.getRequest().getHeaders().getOrEmpty(TrustedProxies.HEADER));
        return chain.filter(exchange).contextWrite(context -> CallerAddress.in(context, address));
    }
}
