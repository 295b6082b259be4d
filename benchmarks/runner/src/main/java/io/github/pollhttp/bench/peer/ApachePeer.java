package io.github.pollhttp.bench.peer;

import java.io.IOException;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

import io.github.pollhttp.bench.wire.Answer;
import io.github.pollhttp.bench.wire.Path;

/** Apache HttpClient 5 with its classic, blocking API. */
public final class ApachePeer extends BlockingPeer {
    private final Pieces pieces = new Pieces();
    private CloseableHttpClient client;
    private String origin;

    @Override
    public void open(String to, int connections) {
        origin = to;
        client = HttpClients.custom().setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(connections).setMaxConnTotal(connections).useSystemProperties().build()).build();
    }

    @Override
    public void get(String path, Answer answer) throws IOException {
        exchange(new HttpGet(origin + path), answer);
    }

    @Override
    public void post(String path, byte[] content, Answer answer) throws IOException {
        HttpPost post = new HttpPost(origin + path);
        post.setEntity(new ByteArrayEntity(content, ContentType.APPLICATION_OCTET_STREAM));
        exchange(post, answer);
    }

    private void exchange(ClassicHttpRequest request, Answer answer) throws IOException {
        client.execute(request, response -> {
            pieces.pass(response.getCode(), answer.wantsField() ? response.getFirstHeader(Path.FIELD).getValue() : null,
                    response.getEntity().getContent(), answer);
            return null;
        });
    }

    @Override
    public void close() throws IOException {
        super.close();
        client.close();
    }
}
