package io.github.pollhttp.events;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.content.DecoderChain;
import io.github.pollhttp.events.EventSource.Event;

/** The body of one response: reads its bytes, decodes them if they have a content coding, and parses them into events. */
final class EventBody {
    /** The size of each buffer, in bytes. */
    static final int CHUNK = 64 * 1024;

    private final HTTPClient client;
    private final EventStream stream;
    private final DecoderChain decoder;
    private final ByteBuffer encoded;
    private final ByteBuffer chunk = emptyBuffer(CHUNK);

    /**
     * @param client  a client that has received the head of the response
     * @param decoder null if the body has no content coding
     */
    EventBody(HTTPClient client, DecoderChain decoder, EventStream stream) {
        this.client = client;
        this.decoder = decoder;
        this.stream = stream;
        this.encoded = emptyBuffer(decoder == null ? 0 : CHUNK);
    }

    private static ByteBuffer emptyBuffer(int size) {
        return ByteBuffer.allocate(size).limit(0);
    }

    EventStream stream() {
        return stream;
    }

    /**
     * Reads or decodes a chunk, unless the program has not yet taken the events of the last one.
     *
     * @return false if the body has ended
     * @throws IOException if the body does not have the content coding that its header names
     */
    boolean read() throws IOException {
        if (chunk.hasRemaining()) {
            return true;
        }
        boolean progressed = decoder == null ? readTo(chunk) : decode();
        return progressed || client.getStatus() == Status.STATUS_BODY;
    }

    /** @return whether bytes have arrived */
    private boolean readTo(ByteBuffer target) {
        int count = client.readResponseBodyChunk(target.clear());
        target.flip();
        return count > 0;
    }

    private boolean decode() throws IOException {
        boolean arrived = !encoded.hasRemaining() && readTo(encoded);
        boolean decoded = decoder.decode(encoded, chunk.clear());
        chunk.flip();
        return arrived || decoded;
    }

    /** @return the next event, or null if all bytes are parsed */
    Event next() throws EventStream.TooLarge {
        return stream.next(chunk);
    }

    /** Frees the memory of the decoder. */
    void close() {
        if (decoder != null) {
            decoder.close();
        }
    }
}
