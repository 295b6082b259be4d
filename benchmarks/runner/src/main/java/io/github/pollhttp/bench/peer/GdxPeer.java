package io.github.pollhttp.bench.peer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

import com.badlogic.gdx.Net;
import com.badlogic.gdx.net.NetJavaImpl;

import io.github.pollhttp.bench.wire.Answer;
import io.github.pollhttp.bench.wire.Path;

/** The HTTP client of libGDX on the desktop: HttpURLConnection on a pool of threads. */
public final class GdxPeer extends FuturePeer {
    private final Pieces pieces = new Pieces();
    private NetJavaImpl net;
    private String origin;

    @Override
    public void open(String to, int connections) {
        origin = to;
        net = new NetJavaImpl(Math.max(64, connections)); // the largest number of threads
    }

    @Override
    CompletableFuture<?> send(String path, byte[] content, Answer answer) {
        Net.HttpRequest request = new Net.HttpRequest(content == null ? Net.HttpMethods.GET : Net.HttpMethods.POST);
        request.setUrl(origin + path);
        if (content != null) {
            request.setContent(new ByteArrayInputStream(content), content.length);
        }
        CompletableFuture<Void> exchange = new CompletableFuture<>();
        net.sendHttpRequest(request, new Net.HttpResponseListener() {
            @Override
            public void handleHttpResponse(Net.HttpResponse response) {
                try {
                    pieces.pass(response.getStatus().getStatusCode(),
                            answer.wantsField() ? response.getHeader(Path.FIELD) : null, response.getResultAsStream(),
                            answer);
                    exchange.complete(null);
                } catch (IOException | RuntimeException e) {
                    exchange.completeExceptionally(e);
                }
            }

            @Override
            public void failed(Throwable failure) {
                exchange.completeExceptionally(failure);
            }

            @Override
            public void cancelled() {
                exchange.cancel(false);
            }
        });
        return exchange;
    }

    @Override
    public void close() {
        // the threads are daemons, and end after one idle minute
    }
}
