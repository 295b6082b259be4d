package io.github.pollhttp.jvm.http1;

import java.nio.ByteBuffer;
import java.util.List;

/** Takes the body out of the bytes that carry it. */
abstract class BodyDecoder {
    /**
     * Moves body bytes from one buffer to the other, as many as there are and fit.
     *
     * @param in  what came; what lies behind the body's end is left there
     * @param out takes the body
     */
    abstract void decode(ByteBuffer in, ByteBuffer out) throws ProtocolException;

    abstract boolean isEnded();

    /** The stream has ended. */
    abstract void endOfStream() throws ProtocolException;

    /** How many of the bytes to come are body and nothing else, so that they may be received right where the program wants them. */
    long plainBytes() {
        return 0;
    }

    /** How long the body is, as announced; -1 if it is not. */
    long announcedLength() {
        return -1;
    }

    List<String> trailers() {
        return List.of();
    }

    /** Tells that bytes were received right where the program wanted them. */
    void passed(int count) {
        throw new IllegalStateException("these bytes need decoding");
    }

    static int move(ByteBuffer in, ByteBuffer out, long limit) {
        int count = (int) Math.min(Math.min(in.remaining(), out.remaining()), limit);
        int end = in.limit();
        in.limit(in.position() + count);
        out.put(in);
        in.limit(end);
        return count;
    }
}
