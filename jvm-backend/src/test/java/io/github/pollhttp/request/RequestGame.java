package io.github.pollhttp.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.spi.BackendProvider;

/** A request in a game loop. It polls once per frame until a condition holds, and fails a test that waits for too long. */
final class RequestGame implements AutoCloseable {
    private static final long FRAME_NANOS = 500_000;
    private static final long LONGEST_WAIT_NANOS = 20_000_000_000L;

    /** What the listener received, in order. */
    final List<Completion> completions = new ArrayList<>();
    final HTTPRequest http;

    /** The arguments of one call of the listener. */
    record Completion(Result result, int code, List<String> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.ISO_8859_1);
        }

        /** Result, code and body in one line, to compare. */
        String line() {
            return result.name().substring("RESULT_".length()) + " " + code + " " + text();
        }
    }

    RequestGame() {
        this(HTTPRequest.create());
    }

    /** @param clock the request reads the time from this provider */
    RequestGame(BackendProvider clock) {
        this(new PollingRequest(HTTPClient.create(), clock.requestPlatform(), clock));
    }

    private RequestGame(HTTPRequest http) {
        this.http = http;
        http.setRequestCompletedListener(
                (result, code, headers, body) -> completions.add(new Completion(result, code, headers, body)));
    }

    static String url(int port, String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Sends a GET and waits for its completion. */
    Completion get(String url, String... headers) {
        return request(Method.METHOD_GET, url, "", headers);
    }

    /** Sends a request and waits for its completion. */
    Completion request(Method method, String url, String body, String... headers) {
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

    /** Waits for the completion of the last request. */
    Completion awaitCompletion() {
        await(() -> !http.isRequesting());
        return completions.get(completions.size() - 1);
    }

    /** Polls once per frame until the condition holds. */
    void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LONGEST_WAIT_NANOS) {
                throw new AssertionError("the condition did not hold within 20 seconds");
            }
            http.poll();
            LockSupport.parkNanos(FRAME_NANOS); // leaves the processor to the server's threads
        }
    }

    /** Polls a number of times without a pause. */
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
