package in.sampark.meter.reading.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/** Answers a body that is not compressed as it says, which would else end in a connection closed without a word. */
final class NotCompressed extends ChannelInboundHandlerAdapter {

    private static final String PROBLEM = """
            {"title": "Bad Request", "status": 400, "detail": "body: not compressed as its Content-Encoding says (expected: gzip or deflate)"}""";

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (!(failure instanceof DecompressionException)) {
            context.fireExceptionCaught(failure);
            return;
        }
        ByteBuf body = ByteBufUtil.writeUtf8(context.alloc(), PROBLEM);
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, body);
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }
}
