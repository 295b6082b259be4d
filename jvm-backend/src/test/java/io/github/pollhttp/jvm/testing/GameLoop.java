package io.github.pollhttp.jvm.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.TLSOptions;

/** A client that is polled once per frame until a condition holds, as a game does it. A test that waits for more than 20 seconds fails. */
public final class GameLoop implements AutoCloseable {
    private static final long FRAME_NANOS = 500_000;
    private static final long LONGEST_WAIT_NANOS = 20_000_000_000L;

    public final HTTPClient client = HTTPClient.create();

    public GameLoop connect(RawServer server) {
        client.connectToHost("127.0.0.1", server.port());
        awaitWhile(Status.STATUS_CONNECTING);
        return this;
    }

    /** Connects to {@code localhost} by name, so that the name in the certificate is checked. The caller checks the status. */
    public GameLoop connectTls(RawServer server, TLSOptions options) {
        client.connectToHost("localhost", server.port(), options);
        awaitWhile(Status.STATUS_RESOLVING);
        awaitWhile(Status.STATUS_CONNECTING);
        return this;
    }

    public GameLoop get(String url, String... headers) {
        client.request(Method.METHOD_GET, url, List.of(headers));
        return this;
    }

    /** Polls until the status changes, and returns the new one. */
    public Status awaitWhile(Status status) {
        await(() -> {
            if (client.getStatus() == status) {
                client.poll();
            }
            return client.getStatus() != status;
        });
        return client.getStatus();
    }

    public Status awaitResponse() {
        return awaitWhile(Status.STATUS_REQUESTING);
    }

    /** Reads until the status is no longer {@code STATUS_BODY}, after success or failure. */
    public byte[] readBody() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        await(() -> {
            client.poll();
            byte[] chunk = client.readResponseBodyChunk();
            body.write(chunk, 0, chunk.length);
            return client.getStatus() != Status.STATUS_BODY;
        });
        return body.toByteArray();
    }

    public String readText() {
        return new String(readBody(), StandardCharsets.ISO_8859_1);
    }

    public static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LONGEST_WAIT_NANOS) {
                throw new AssertionError("the condition did not hold within 20 seconds");
            }
            LockSupport.parkNanos(FRAME_NANOS); // the pause between two frames; the loop waits for the condition
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
