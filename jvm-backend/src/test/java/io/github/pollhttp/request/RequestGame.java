package io.github.pollhttp.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.jvm.JvmBackendProvider;
import io.github.pollhttp.request.HTTPRequest.Result;

/** A request in a game loop, for tests: frames pass until a condition holds, and a test that waits for too long fails. */
final class RequestGame implements AutoCloseable {
    private static final long FRAME_NANOS = 500_000;
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    final List<Completion> completions = new ArrayList<>();
    final HTTPRequest http;

    /** What the listener was told. */
    record Completion(Result result, int code, List<String> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.ISO_8859_1);
        }

        /** All of it in a line, for a comparison. */
        String line() {
            return result.name().substring("RESULT_".length()) + " " + code + " " + text();
        }
    }

    RequestGame() {
        this(HTTPRequest.create());
    }

    RequestGame(Environment surroundings) {
        this(new PollingRequest(HTTPClient.create(), new JvmBackendProvider().requestPlatform(), surroundings));
    }

    private RequestGame(HTTPRequest http) {
        this.http = http;
        http.setRequestCompletedListener(
                (result, code, headers, body) -> completions.add(new Completion(result, code, headers, body)));
    }

    static String url(int port, String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Asks, and waits for the end. */
    Completion get(String url, String... headers) {
        return ask(Method.METHOD_GET, url, "", headers);
    }

    Completion ask(Method method, String url, String body, String... headers) {
        begin(method, url, body, headers);
        return awaitCompletion();
    }

    void begin(Method method, String url, String body, String... headers) {
        ErrorCode code = http.request(url, List.of(headers), method, body);
        if (code != ErrorCode.OK) {
            throw new AssertionError(code + ": " + http.getRejection());
        }
    }

    void begin(String url) {
        begin(Method.METHOD_GET, url, "");
    }

    /** The end of the last request. */
    Completion awaitCompletion() {
        await(() -> !http.isRequesting());
        return completions.get(completions.size() - 1);
    }

    /** Plays frames until something holds. */
    void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new AssertionError("waited in vain");
            }
            http.poll();
            LockSupport.parkNanos(FRAME_NANOS);
        }
    }

    void frames(int count) {
        for (int i = 0; i < count; i++) {
            http.poll();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
