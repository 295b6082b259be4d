package io.github.pollhttp.jvm.http1;

import java.nio.ByteBuffer;
import java.util.List;

import io.github.pollhttp.ResponseLimits;

/**
 * Decodes the chunked transfer coding (RFC 9112 section 7.1). It does not know the head, and it does not store data: it passes on a chunk's data as
 * it arrives.
 *
 * <p>
 * It skips chunk extensions and limits their length, each and in all, because a body limit does not count them. A bare LF may end a chunk size, as it
 * may end a line of the head (section 2.2). After a chunk extension or a chunk's data a bare LF is an error, because parsers disagree about it, and
 * request smuggling exploits such disagreements.
 */
final class ChunkedBody extends BodyDecoder {
    /** 2^63-1 has 16 hexadecimal digits. A longer size is an error, because it overflows or has suspiciously many leading zeros. */
    private static final int MOST_DIGITS = 16;

    /**
     * All chunk extensions together may have this many bytes, and {@link #EXTENSION_PER_CHUNK} more for each chunk: a client that skips them without
     * a limit reads far more than its body limit allows (CVE-2023-39326).
     */
    private static final int EXTENSIONS = 16 * 1024;
    private static final int EXTENSION_PER_CHUNK = 16;

    private enum Expect {
        SIZE, EXTENSION, SIZE_LINE_FEED, DATA, DATA_CR, DATA_LINE_FEED, TRAILERS, NOTHING
    }

    private final HeadBuffer trailers = new HeadBuffer("the trailer section", 0);
    private final FieldLines trailerFields = new FieldLines(trailers);
    private int lineLimit;
    private Expect expect;
    private long left;
    private int digits;
    private int lineLength;
    private long extensionsLeft;
    private boolean sizeEnded;

    /** Begins a new body, even if the previous one is not complete. */
    ChunkedBody within(ResponseLimits limits) {
        trailers.begin(limits.trailers(), limits.trailers(), limits.headers());
        lineLimit = limits.chunkLine();
        expect = Expect.SIZE;
        left = 0;
        extensionsLeft = EXTENSIONS;
        beginSizeLine();
        return this;
    }

    private void beginSizeLine() {
        digits = 0;
        lineLength = 0;
        sizeEnded = false;
        extensionsLeft += EXTENSION_PER_CHUNK;
    }

    @Override
    void decode(ByteBuffer in, ByteBuffer out) throws ProtocolException {
        while (in.hasRemaining() && expect != Expect.NOTHING) {
            if (expect == Expect.DATA) {
                int moved = move(in, out, left);
                left -= moved;
                if (left == 0) {
                    expect = Expect.DATA_CR;
                } else if (moved == 0) {
                    return;
                }
            } else if (expect == Expect.TRAILERS) {
                if (trailers.take(in)) {
                    trailerFields.read();
                    expect = Expect.NOTHING;
                }
            } else {
                expect = afterFraming(in.get());
            }
        }
    }

    private Expect afterFraming(byte b) throws ProtocolException {
        switch (expect) {
            case SIZE, EXTENSION :
                if (++lineLength > lineLimit) {
                    throw ProtocolException
                            .tooLarge("a chunk-size line of the response is longer than " + lineLimit + " bytes");
                }
                return expect == Expect.SIZE ? size(b) : extension(b);
            case SIZE_LINE_FEED :
                return b == '\n' ? sizeLineEnded() : unexpected(b, "after a chunk size");
            case DATA_CR :
                return b == '\r' ? Expect.DATA_LINE_FEED : unexpected(b, "after a chunk's data");
            default :
                return b == '\n' ? Expect.SIZE : unexpected(b, "after a chunk's data");
        }
    }

    private Expect size(byte b) throws ProtocolException {
        int digit = Character.digit((char) (b & 0xFF), 16);
        if (digit >= 0 && b > 0 && !sizeEnded) {
            if (++digits > MOST_DIGITS || left > (Long.MAX_VALUE - digit) / 16) {
                throw ProtocolException.malformed("a chunk size of the response is larger than 2^63-1");
            }
            left = left * 16 + digit;
            return Expect.SIZE;
        }
        if (digits == 0) {
            return unexpected(b, "instead of a chunk size");
        }
        switch (b) {
            case ' ', '\t' : // some old servers pad the size with spaces
                countExtension();
                sizeEnded = true;
                return Expect.SIZE;
            case ';' :
                countExtension();
                return Expect.EXTENSION;
            case '\r' :
                return Expect.SIZE_LINE_FEED;
            case '\n' :
                return sizeLineEnded();
            default :
                return unexpected(b, "in a chunk size");
        }
    }

    private void countExtension() throws ProtocolException {
        if (--extensionsLeft < 0) {
            throw ProtocolException.beyondFixedLimit("the chunk extensions of the response are larger than "
                    + EXTENSIONS + " bytes and " + EXTENSION_PER_CHUNK + " more for each chunk");
        }
    }

    private Expect extension(byte b) throws ProtocolException {
        return switch (b) {
            case '\r' -> Expect.SIZE_LINE_FEED;
            case '\n' -> unexpected(b, "in a chunk extension");
            case 0 -> unexpected(b, "in a chunk extension");
            default -> {
                countExtension();
                yield Expect.EXTENSION;
            }
        };
    }

    private Expect sizeLineEnded() {
        beginSizeLine();
        return left == 0 ? Expect.TRAILERS : Expect.DATA;
    }

    private static Expect unexpected(byte b, String where) throws ProtocolException {
        throw ProtocolException
                .malformed("the chunked body has the byte 0x" + Integer.toHexString(b & 0xFF) + " " + where);
    }

    @Override
    boolean isEnded() {
        return expect == Expect.NOTHING;
    }

    @Override
    void endOfStream() throws ProtocolException {
        if (expect != Expect.NOTHING) {
            throw ProtocolException.truncated("the connection ended before the last chunk of the response");
        }
    }

    @Override
    List<String> trailers() {
        return isEnded() ? trailers.fields() : List.of();
    }
}
