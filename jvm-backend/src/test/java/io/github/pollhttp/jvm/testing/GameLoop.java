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

/** A client in a game loop, for tests: frames pass until a condition holds, and a test that waits for too long fails. */
public final class GameLoop implements AutoCloseable {
    private static final long FRAME_NANOS = 500_000;
    private static final long LONGEST_WAIT_NANOS = 20_000_000_000L;

    public final HTTPClient client = HTTPClient.create();

    public GameLoop connect(RawServer server) {
        client.connectToHost("127.0.0.1", server.port());
        awaitWhile(Status.STATUS_CONNECTING);
        return this;
    }

    /** By name, so that the name is checked. The connection may fail; the status tells. */
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

    /** Polls until the status is another one. */
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

    /** Reads the body to its end, whatever that end is. */
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
                throw new AssertionError("waited in vain");
            }
            LockSupport.parkNanos(FRAME_NANOS);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
