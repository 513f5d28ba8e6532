package in.sampark.meter.reading.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.compression.JdkZlibDecoder;
import io.netty.handler.codec.compression.ZlibDecoder;
import io.netty.handler.codec.compression.ZlibWrapper;
import io.netty.handler.codec.http.HttpContentDecompressor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Unpacks bodies, and fails at the end of one that was cut off, which would else be taken for a shorter one. */
final class WholeBodies extends HttpContentDecompressor {

    /** The body ended within what was compressed. */
    static final class CutOffException extends DecompressionException {}

    private final int pieceAtMost;

    /** @param pieceAtMost bytes that a piece of the network's may be unpacked into */
    WholeBodies(int pieceAtMost) {
        super(pieceAtMost);
        this.pieceAtMost = pieceAtMost;
    }

    @Override
    protected @Nullable EmbeddedChannel newContentDecoder(String encoding) throws Exception {
        EmbeddedChannel decoder = super.newContentDecoder(encoding);
        if (decoder != null && decoder.pipeline().get(ZlibDecoder.class) != null) {
            boolean gzip = encoding.toLowerCase(Locale.ROOT).contains("gzip");
            Member first = new Member(gzip ? ZlibWrapper.GZIP : ZlibWrapper.ZLIB_OR_NONE, pieceAtMost);
            decoder.pipeline().replace(ZlibDecoder.class, null, first);
        }
        return decoder;
    }

    /** One of the files, compressed one by one, that a body may be made of; it leaves what follows to the next. */
    private static final class Member extends JdkZlibDecoder {

        private final ZlibWrapper wrapper;
        private boolean begun;

        Member(ZlibWrapper wrapper, int pieceAtMost) {
            super(wrapper, false, pieceAtMost);
            this.wrapper = wrapper;
        }

        @Override
        protected void decode(ChannelHandlerContext context, ByteBuf packed, List<Object> unpacked) throws Exception {
            if (isClosed()) {
                context.pipeline().addAfter(context.name(), null, new Member(wrapper, maxAllocation));
                context.pipeline().remove(this);
                return;
            }
            begun = false; // what cannot be unpacked has said so already
            super.decode(context, packed, unpacked);
            begun = true;
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) throws Exception {
            if (begun && !isClosed()) context.fireExceptionCaught(new CutOffException());
            super.channelInactive(context);
        }
    }
}
