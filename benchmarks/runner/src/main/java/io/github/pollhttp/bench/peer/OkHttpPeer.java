package io.github.pollhttp.bench.peer;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.pollhttp.bench.wire.Answer;
import io.github.pollhttp.bench.wire.Path;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp 5 with its blocking API. Its asynchronous API makes the same calls on threads. */
public final class OkHttpPeer extends BlockingPeer {
    private final Pieces pieces = new Pieces();
    private OkHttpClient client;
    private String origin;

    @Override
    public void open(String to, int connections) {
        origin = to;
        client = new OkHttpClient.Builder().protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(connections, 5, TimeUnit.MINUTES)).build();
    }

    @Override
    public void get(String path, Answer answer) throws IOException {
        exchange(new Request.Builder().url(origin + path).build(), answer);
    }

    @Override
    public void post(String path, byte[] content, Answer answer) throws IOException {
        exchange(new Request.Builder().url(origin + path).post(RequestBody.create(content)).build(), answer);
    }

    private void exchange(Request request, Answer answer) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            pieces.pass(response.code(), answer.wantsField() ? response.header(Path.FIELD) : null,
                    response.body().byteStream(), answer);
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
