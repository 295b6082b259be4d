package io.github.pollhttp.jvm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.github.pollhttp.Failure;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.spi.BackendException;

/** Polls steps on the way to a connection until they have come to an end, for tests. */
final class Openings {
    private Openings() {}

    static StreamPeer awaitStream(Opening opening) {
        StreamPeer[] stream = new StreamPeer[1];
        Game.await(() -> {
            try {
                stream[0] = opening.poll();
            } catch (BackendException e) {
                throw new AssertionError(e.failure().message(), e);
            }
            return stream[0] != null;
        });
        return stream[0];
    }

    static Failure awaitFailure(Opening opening) {
        Failure[] failure = new Failure[1];
        Game.await(() -> {
            try {
                if (opening.poll() != null) {
                    throw new AssertionError("it was to fail, and there is a stream");
                }
            } catch (BackendException e) {
                failure[0] = e.failure();
            }
            return failure[0] != null;
        });
        return failure[0];
    }

    static void write(StreamPeer stream, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            stream.write(bytes);
        }
    }

    static String read(StreamPeer stream, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        Game.await(() -> {
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
