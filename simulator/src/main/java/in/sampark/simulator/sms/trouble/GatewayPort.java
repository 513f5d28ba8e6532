package in.sampark.simulator.sms.trouble;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * A port of its own for the gateway, so that it can be out of reach while the inboxes are not: connections to it are refused then,
 * and those there were are gone.
 */
final class GatewayPort implements SmartLifecycle {

    private final String address;
    private final int port;
    private final HttpHandler handler;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private @Nullable DisposableServer server;

    GatewayPort(String address, int port, HttpHandler handler) {
        this.address = address;
        this.port = port;
        this.handler = handler;
    }

    @Override
    public synchronized void start() {
        if (server == null) {
            server = HttpServer.create()
                    .host(address)
                    .port(port)
                    .channelGroup(connections)
                    .handle(new ReactorHttpHandlerAdapter(handler))
                    .bindNow();
        }
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.disposeNow();
            connections.close().syncUninterruptibly();
            server = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }
}
