package in.sampark.meter.reading.web;

import io.netty.channel.Channel;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Lets callers compress what they send. A piece of the network's is unpacked at a time, into no more than {@link #PIECE_AT_MOST} bytes; what reads them
 * has its own bounds: an array the largest body, a stream the longest line and the most lines that are wrong. So a small body that unpacks to a huge one
 * takes no more memory than another.
 */
public final class CompressedRequests implements NettyServerCustomizer {

    /** DEFLATE makes a byte of a thousand at most, and the network's pieces are up to 64 KB long. */
    private static final int PIECE_AT_MOST = 64 * 1024 * 1024;

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((_, channel, _) -> decompress(channel));
    }

    private static void decompress(Channel channel) {
        channel.pipeline()
                .addBefore(NettyPipeline.ReactiveBridge, "decompressor", new WholeBodies(PIECE_AT_MOST))
                .addBefore(NettyPipeline.ReactiveBridge, "not-compressed", new NotCompressed());
    }
}
