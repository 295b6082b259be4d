package io.github.pollhttp.e2e.behaviour;

import java.nio.ByteBuffer;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.contract.Body;

/** Reads the body of one response, a frame at a time. A body is either kept or skipped as a whole. */
final class BodyReader {
    private static final double MEBIBYTE = 1024 * 1024;
    /** A direct buffer, because a game that streams large bodies uses one. */
    private static final ByteBuffer BUFFER = ByteBuffer.allocateDirect(64 * 1024);

    private final HTTPClient client;
    private final Body body = new Body();
    private double skipped;

    BodyReader(HTTPClient client) {
        this.client = client;
    }

    /** Reads the bytes that have arrived. Returns true when the body has this many bytes or has ended. */
    boolean read(int wanted) {
        client.poll();
        int count = -1;
        while (count != 0 && body.length() < wanted && isInBody()) {
            byte[] chunk = client.readResponseBodyChunk();
            count = chunk.length;
            body.add(chunk, count);
        }
        return body.length() >= wanted || !isInBody();
    }

    /** Reads the bytes that have arrived and drops them. Returns true when this many mebibytes have come or the body has ended. */
    boolean skip(int mebibytes) {
        double wanted = mebibytes * MEBIBYTE;
        client.poll();
        int count = -1;
        while (count != 0 && skipped < wanted && isInBody()) {
            count = client.readResponseBodyChunk(BUFFER.clear());
            skipped += count;
        }
        return skipped >= wanted || !isInBody();
    }

    private boolean isInBody() {
        return client.getStatus() == Status.STATUS_BODY;
    }

    /** Returns the bytes that {@link #read} has kept, as a word of a trace. */
    String token() {
        return body.token();
    }

    /** Returns the number of whole mebibytes that {@link #skip} has dropped. */
    int skippedMebibytes() {
        return (int) (skipped / MEBIBYTE);
    }
}
