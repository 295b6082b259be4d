package io.github.pollhttp.events;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.content.DecoderChain;
import io.github.pollhttp.internal.RejectionException;

/** The body of one response, decoded from its content coding. Not final, so that TeaVM can leave it out. */
class DecodedStream {
    /** The size of each buffer, in bytes. */
    static final int CHUNK = 64 * 1024;

    private final HTTPClient client;
    private final DecoderChain decoder;
    private final ByteBuffer encoded = ByteBuffer.allocate(CHUNK).limit(0);
    private final ByteBuffer decoded = ByteBuffer.allocate(CHUNK);
    private boolean progressed;

    DecodedStream(HTTPClient client, DecoderChain decoder) {
        this.client = client;
        this.decoder = decoder;
    }

    /**
     * Reads or decodes a chunk.
     *
     * @return the decoded bytes, perhaps none
     * @throws RejectionException if the body does not have the content coding that its header names
     */
    byte[] read() throws RejectionException {
        boolean arrived = false;
        if (!encoded.hasRemaining()) {
            arrived = client.readResponseBodyChunk(encoded.clear()) > 0;
            encoded.flip();
        }
        try {
            progressed = decoder.decode(encoded, decoded.clear()) || arrived;
            byte[] bytes = new byte[decoded.flip().remaining()];
            decoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw RejectionException.invalid("The body does not match its Content-Encoding: " + e.getMessage());
        }
    }

    /** Whether the last call of {@link #read} has read or decoded bytes, so that there may be more. */
    boolean hasProgressed() {
        return progressed;
    }

    /** Frees the memory of the decoder. */
    void close() {
        decoder.close();
    }
}
