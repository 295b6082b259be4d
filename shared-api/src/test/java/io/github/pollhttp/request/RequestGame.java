package io.github.pollhttp.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.github.pollhttp.BarePlatform;
import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ManualClock;
import io.github.pollhttp.ScriptedOrigin;
import io.github.pollhttp.request.HTTPRequest.Result;

/** A request in a game loop that reaches scripted origins. It polls until a condition holds, and fails a test that waits for too long. */
final class RequestGame implements AutoCloseable {
    private static final long LONGEST_WAIT_NANOS = 20_000_000_000L;

    /** The clock of the client and of the request. It stands still until a test moves it. */
    final ManualClock clock = new ManualClock();

    /** What the listener received, in order. */
    final List<Completion> completions = new ArrayList<>();
    final BarePlatform platform = new BarePlatform();
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
        this(0, 0);
    }

    /**
     * @param wallClock milliseconds since 1970
     * @param random    from 0, inclusive, to 1, exclusive
     */
    RequestGame(long wallClock, double random) {
        platform.runsThreads = true;
        http = new PollingRequest(ScriptedOrigin.backend(clock).client(), platform,
                new TestProvider(clock, () -> wallClock, () -> random));
        http.setRequestCompletedListener(
                (result, code, headers, body) -> completions.add(new Completion(result, code, headers, body)));
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

    /** Polls until the condition holds. */
    void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LONGEST_WAIT_NANOS) {
                throw new AssertionError("the condition did not hold within 20 seconds");
            }
            http.poll();
            Thread.yield(); // a request with setUseThreads works on another thread
        }
    }

    /** Polls a number of times. */
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
