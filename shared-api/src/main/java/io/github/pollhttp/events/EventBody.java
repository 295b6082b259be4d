package io.github.pollhttp.events;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.internal.RejectionException;

/** The body of one response: reads its bytes, decodes them if they have a content coding, and parses them into events. */
final class EventBody {
    private final HTTPClient client;
    private final EventStream stream;
    private final DecodedStream decoded;

    /**
     * @param client  a client that has received the head of the response
     * @param decoded null if the body has no content coding
     */
    EventBody(HTTPClient client, DecodedStream decoded, EventStream stream) {
        this.client = client;
        this.decoded = decoded;
        this.stream = stream;
    }

    EventStream stream() {
        return stream;
    }

    /**
     * Reads or decodes a chunk, unless the program has not yet taken the events of the last one.
     *
     * @return false if the body has ended
     * @throws RejectionException if the body does not have the content coding that its header names
     */
    boolean read() throws RejectionException {
        if (!stream.isParsed()) {
            return true;
        }
        byte[] chunk = decoded == null ? client.readResponseBodyChunk() : decoded.read();
        boolean progressed = chunk != null && (decoded != null || chunk.length > 0);
        if (progressed) {
            stream.add(chunk);
        }
        return progressed || client.getStatus() == Status.STATUS_BODY;
    }

    /** Frees the memory of the decoder. */
    void close() {
        if (decoded != null) {
            decoded.close();
        }
    }
}
