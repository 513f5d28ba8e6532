package in.sampark.meter.reading.web;

import in.sampark.platform.web.Problem;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import reactor.netty.channel.ChannelOperations;

/**
 * Ends a body that is not compressed as it says, or not to its end, in a problem, which whoever reads it answers with. The connection is closed behind the
 * answer: where another request would begin is not known.
 */
final class NotCompressed extends ChannelDuplexHandler {

    private boolean failed;

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        boolean answered = ChannelOperations.get(context.channel()) == null;
        if (!(failure instanceof DecompressionException unpacking)) context.fireExceptionCaught(failure);
        else if (answered) context.close();
        else if (!failed) fail(context, unpacking);
    }

    private void fail(ChannelHandlerContext context, DecompressionException failure) {
        failed = true;
        // a failure with nothing to read before it, and nobody reading yet, would close the connection without a word
        context.fireChannelRead(new DefaultHttpContent(Unpooled.EMPTY_BUFFER));
        context.fireExceptionCaught(
                failure instanceof WholeBodies.CutOffException
                        ? Problem.invalid("body", "compressed, and cut off", "whole")
                        : Problem.invalid("body", "not compressed as its Content-Encoding says", "gzip or deflate"));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (failed && message instanceof HttpResponse answer) HttpUtil.setKeepAlive(answer, false);
        super.write(context, message, promise);
    }
}
