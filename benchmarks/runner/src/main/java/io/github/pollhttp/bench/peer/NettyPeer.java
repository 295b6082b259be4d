package io.github.pollhttp.bench.peer;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLParameters;

import io.github.pollhttp.bench.wire.Answer;
import io.github.pollhttp.bench.wire.Path;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;

/** Netty 4 with its HTTP codec. Netty has no HTTP client, so this class adds a simple pool of connections. */
public final class NettyPeer extends FuturePeer {
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
    private final Deque<Channel> idle = new ConcurrentLinkedDeque<>();
    private final Bootstrap bootstrap = new Bootstrap().group(loops).channel(NioSocketChannel.class);
    private URI origin;

    @Override
    public void open(String to, int connections) throws Exception {
        origin = URI.create(to);
        SslContext tls = origin.getScheme().equals("https")
                ? SslContextBuilder.forClient().sslProvider(SslProvider.JDK).build()
                : null;
        bootstrap.handler(new ChannelInitializer<SocketChannel>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                if (tls != null) {
                    channel.pipeline().addLast(secure(tls, channel));
                }
                channel.pipeline().addLast(new HttpClientCodec(), new Exchanges());
            }
        });
    }

    private SslHandler secure(SslContext tls, SocketChannel channel) {
        SslHandler handler = tls.newHandler(channel.alloc(), origin.getHost(), origin.getPort());
        SSLParameters parameters = handler.engine().getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        handler.engine().setSSLParameters(parameters);
        return handler;
    }

    @Override
    CompletableFuture<?> send(String path, byte[] content, Answer answer) {
        ByteBuf body = content == null ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(content);
        FullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1,
                content == null ? HttpMethod.GET : HttpMethod.POST, path, body);
        request.headers().set(HttpHeaderNames.HOST, origin.getAuthority());
        if (content != null) {
            request.headers().set(HttpHeaderNames.CONTENT_LENGTH, content.length);
        }
        CompletableFuture<Void> exchange = new CompletableFuture<>();
        Channel kept = idle.poll();
        if (kept != null) {
            write(kept, request, answer, exchange);
        } else {
            bootstrap.connect(origin.getHost(), origin.getPort()).addListener((ChannelFuture connected) -> {
                if (connected.isSuccess()) {
                    write(connected.channel(), request, answer, exchange);
                } else {
                    exchange.completeExceptionally(connected.cause());
                }
            });
        }
        return exchange;
    }

    private static void write(Channel channel, FullHttpRequest request, Answer answer,
            CompletableFuture<Void> exchange) {
        channel.pipeline().get(Exchanges.class).begin(answer, exchange);
        channel.writeAndFlush(request);
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** The exchanges of one connection, one after the other. */
    private final class Exchanges extends SimpleChannelInboundHandler<HttpObject> {
        private volatile Answer answer;
        private volatile CompletableFuture<Void> exchange;

        void begin(Answer nextAnswer, CompletableFuture<Void> nextExchange) {
            answer = nextAnswer;
            exchange = nextExchange;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
            if (part instanceof HttpResponse head) {
                answer.begin(head.status().code());
                if (answer.wantsField()) {
                    answer.takeField(head.headers().get(Path.FIELD));
                }
            }
            if (part instanceof HttpContent piece) {
                for (ByteBuffer each : piece.content().nioBuffers()) {
                    answer.take(each);
                }
            }
            if (part instanceof LastHttpContent) {
                Answer whole = answer;
                CompletableFuture<Void> ended = exchange;
                idle.push(context.channel()); // before the future completes, because its listener may take the connection
                end(whole, ended);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            exchange.completeExceptionally(cause);
            context.close();
        }
    }
}
