package io.github.pollhttp.bench.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

import io.github.pollhttp.bench.wire.Answer;
import io.github.pollhttp.bench.wire.Path;

/** {@code HttpURLConnection} of the JDK. The system property {@code http.maxConnections} of the worker lets it keep enough connections. */
public final class UrlConnectionPeer extends BlockingPeer {
    private final Pieces pieces = new Pieces();
    private String origin;

    @Override
    public void open(String to, int connections) {
        origin = to;
    }

    @Override
    public void get(String path, Answer answer) throws IOException {
        receive(connection(path), answer);
    }

    @Override
    public void post(String path, byte[] content, Answer answer) throws IOException {
        HttpURLConnection connection = connection(path);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(content.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(content);
        }
        receive(connection, answer);
    }

    private HttpURLConnection connection(String path) throws IOException {
        return (HttpURLConnection) new URL(origin + path).openConnection();
    }

    private void receive(HttpURLConnection connection, Answer answer) throws IOException {
        try (InputStream in = connection.getInputStream()) {
            pieces.pass(connection.getResponseCode(),
                    answer.wantsField() ? connection.getHeaderField(Path.FIELD) : null, in, answer);
        }
    }
}
