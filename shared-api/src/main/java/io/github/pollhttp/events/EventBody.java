package io.github.pollhttp.events;

import java.nio.ByteBuffer;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.events.EventSource.Event;

/** The body of one response: reads its bytes, and parses them into events. */
final class EventBody {
    private static final int CHUNK = 64 * 1024;

    private final HTTPClient client;
    private final EventStream stream;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).limit(0);

    /** @param client a client that has received the head of the response */
    EventBody(HTTPClient client, EventStream stream) {
        this.client = client;
        this.stream = stream;
    }

    EventStream stream() {
        return stream;
    }

    /**
     * Reads a chunk, unless the program has not yet taken the events of the last one.
     *
     * @return false if the body has ended
     */
    boolean read() {
        if (chunk.hasRemaining()) {
            return true;
        }
        int count = client.readResponseBodyChunk(chunk.clear());
        chunk.flip();
        return count > 0 || client.getStatus() == Status.STATUS_BODY;
    }

    /** @return the next event, or null if all bytes are parsed */
    Event next() throws EventStream.TooLarge {
        return stream.next(chunk);
    }
}
