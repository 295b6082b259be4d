package io.github.pollhttp.jvm.server;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.pollhttp.jvm.tls.Identity;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.encoding.ContentEncodingRepository;
import io.undertow.server.handlers.encoding.EncodingHandler;
import io.undertow.server.handlers.encoding.GzipEncodingProvider;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.server.handlers.resource.ResourceHandler;
import io.undertow.server.handlers.resource.ResourceManager;

/** Undertow. Its files have a date and no entity tag, because it compares an entity tag in If-Range without the quotation marks. */
final class UndertowServer implements RealServer {
    private final Undertow undertow;
    private final AtomicInteger requests = new AtomicInteger();

    UndertowServer(Path folder, Identity identity) throws Exception {
        ResourceManager files = PathResourceManager.builder().setBase(folder).build();
        PathHandler paths = new PathHandler(new ResourceHandler(files))
                .addExactPath("/count", exchange -> exchange.getResponseSender().send("" + requests.incrementAndGet()))
                .addExactPath("/early",
                        exchange -> exchange.setStatusCode(413).getResponseSender().send("" + requests));
        HttpHandler handler = new EncodingHandler(
                new ContentEncodingRepository().addEncodingHandler("gzip", new GzipEncodingProvider(), 50))
                .setNext(paths);
        Undertow.Builder builder = Undertow.builder().setIoThreads(2).setWorkerThreads(4)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS).setHandler(handler);
        undertow = identity == null
                ? builder.addHttpListener(0, "127.0.0.1").build()
                : builder.addHttpsListener(0, "127.0.0.1", identity.serverContext()).build();
        undertow.start();
    }

    @Override
    public int port() {
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public void close() {
        undertow.stop();
    }
}
