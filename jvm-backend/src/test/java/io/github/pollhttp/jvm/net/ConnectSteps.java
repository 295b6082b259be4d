package io.github.pollhttp.jvm.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.Failure;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.jvm.testing.GameLoop;

/** Polls a connect step until it succeeds or fails, and reads and writes its stream. */
public final class ConnectSteps {
    private ConnectSteps() {}

    public static StreamPeer awaitStream(ConnectStep opening) {
        StreamPeer[] stream = new StreamPeer[1];
        GameLoop.await(() -> {
            try {
                stream[0] = opening.poll();
            } catch (FailureException e) {
                throw new AssertionError(e.failure().message(), e);
            }
            return stream[0] != null;
        });
        return stream[0];
    }

    public static Failure awaitFailure(ConnectStep opening) {
        Failure[] failure = new Failure[1];
        GameLoop.await(() -> {
            try {
                if (opening.poll() != null) {
                    throw new AssertionError("expected a failure, but the step gave a stream");
                }
            } catch (FailureException e) {
                failure[0] = e.failure();
            }
            return failure[0] != null;
        });
        return failure[0];
    }

    public static void write(StreamPeer stream, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            stream.write(bytes);
        }
    }

    public static String read(StreamPeer stream, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        GameLoop.await(() -> {
            try {
                if (stream.read(bytes) < 0) {
                    throw new AssertionError("the stream ended early");
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return !bytes.hasRemaining();
        });
        return new String(bytes.array(), StandardCharsets.ISO_8859_1);
    }
}
