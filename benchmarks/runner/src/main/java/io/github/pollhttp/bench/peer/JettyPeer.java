package io.github.pollhttp.bench.peer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

import javax.net.ssl.SSLContext;

import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.ssl.SslContextFactory;

import io.github.pollhttp.bench.wire.Answer;
import io.github.pollhttp.bench.wire.Path;

/** The HTTP client of Jetty 12. */
public final class JettyPeer extends FuturePeer {
    private final HttpClient client = new HttpClient();
    private String origin;

    @Override
    public void open(String to, int connections) throws Exception {
        origin = to;
        SslContextFactory.Client tls = new SslContextFactory.Client();
        tls.setSslContext(SSLContext.getDefault());
        client.setSslContextFactory(tls);
        client.setMaxConnectionsPerDestination(connections);
        client.setMaxRequestsQueuedPerDestination(Math.max(1024, connections));
        client.start();
    }

    @Override
    CompletableFuture<?> send(String path, byte[] content, Answer answer) {
        Request request = client.newRequest(origin + path);
        if (content != null) {
            request.method(HttpMethod.POST).body(new BytesRequestContent(content));
        }
        CompletableFuture<Void> exchange = new CompletableFuture<>();
        request.send(new Response.Listener() {
            @Override
            public void onBegin(Response response) {
                answer.begin(response.getStatus());
            }

            @Override
            public void onHeaders(Response response) {
                if (answer.wantsField()) {
                    answer.takeField(response.getHeaders().get(Path.FIELD));
                }
            }

            @Override
            public void onContent(Response response, ByteBuffer piece) {
                answer.take(piece);
            }

            @Override
            public void onComplete(Result result) {
                if (result.isSucceeded()) {
                    end(answer, exchange);
                } else {
                    exchange.completeExceptionally(result.getFailure());
                }
            }
        });
        return exchange;
    }

    @Override
    public void close() throws IOException {
        try {
            client.stop();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
