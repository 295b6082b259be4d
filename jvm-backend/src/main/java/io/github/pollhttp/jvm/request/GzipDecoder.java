package io.github.pollhttp.jvm.request;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

import io.github.pollhttp.spi.ContentDecoder;

/** The content coding {@code gzip} (RFC 1952): one or more members, each with its checksum and length. Decodes from buffer to buffer. */
final class GzipDecoder implements ContentDecoder {
    private enum State {
        HEADER, DATA, TRAILER,
        /** A member has ended. */
        BETWEEN,
        /** A member has ended, and the next byte is the first one of a member. */
        PERHAPS_MEMBER, IGNORING
    }

    private static final int TRAILER_LENGTH = 8;
    private static final byte FIRST_BYTE = 0x1F;
    private static final byte SECOND_BYTE = (byte) 0x8B;

    private final Inflation inflation = new Inflation(true);
    private final CRC32 checkSum = new CRC32();
    private final TrailingBytes trailing = new TrailingBytes();
    private GzipHeader header = new GzipHeader();
    private State state = State.HEADER;
    private long length;
    private long trailer;
    private int trailerBytes;

    @Override
    public void decode(ByteBuffer source, ByteBuffer target) throws IOException {
        if (state == State.DATA) {
            inflate(source, target); // the inflater may still hold bytes of an earlier call
        }
        while (source.hasRemaining() && (state != State.DATA || target.hasRemaining())) {
            switch (state) {
                case HEADER -> readHeader(source);
                case DATA -> inflate(source, target);
                case TRAILER -> readTrailer(source.get());
                case BETWEEN -> state = source.get() == FIRST_BYTE ? State.PERHAPS_MEMBER : State.IGNORING;
                case PERHAPS_MEMBER -> beginMember(source.get());
                case IGNORING -> trailing.ignore(source);
            }
        }
    }

    private void readHeader(ByteBuffer source) throws IOException {
        header.add(source.get());
        if (header.isEnded()) {
            state = State.DATA;
        }
    }

    private void inflate(ByteBuffer source, ByteBuffer target) throws IOException {
        int start = target.position();
        inflation.inflate(source, target);
        checkSum.update(target.duplicate().flip().position(start));
        length += target.position() - start;
        if (inflation.isEnded()) {
            state = State.TRAILER;
        }
    }

    /** The checksum and the length, four bytes each, least significant byte first (RFC 1952 section 2.3.1). */
    private void readTrailer(byte next) throws IOException {
        trailer |= (next & 0xFFL) << 8 * trailerBytes++;
        if (trailerBytes == TRAILER_LENGTH) {
            if (trailer != (checkSum.getValue() | length << 32)) {
                throw new IOException("its checksum or length is wrong");
            }
            state = State.BETWEEN;
        }
    }

    /** A member begins with 1F 8B (RFC 1952 section 2.3.1). Any other bytes after a member are ignored. */
    private void beginMember(byte second) throws IOException {
        if (second != SECOND_BYTE) {
            state = State.IGNORING;
            return;
        }
        header = new GzipHeader();
        header.add(FIRST_BYTE);
        header.add(second);
        inflation.reset();
        checkSum.reset();
        length = 0;
        trailer = 0;
        trailerBytes = 0;
        state = State.HEADER;
    }

    @Override
    public boolean isWhole() {
        return state == State.BETWEEN || state == State.PERHAPS_MEMBER || state == State.IGNORING;
    }

    @Override
    public void close() {
        inflation.close();
    }
}
