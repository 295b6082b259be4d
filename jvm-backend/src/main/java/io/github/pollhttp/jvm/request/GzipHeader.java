package io.github.pollhttp.jvm.request;

import java.io.IOException;

/** Parses the header of a gzip member byte by byte (RFC 1952 section 2.3). Checks the method and skips the optional fields. */
final class GzipHeader {
    private static final int FIXED_LENGTH = 10;
    private static final int HAS_CHECK = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xE0;
    private static final int MOST = 128 * 1024;

    private int count;

    /** The flags of the optional fields that have not been skipped yet. */
    private int flags;
    private int extraLengthBytes;
    private int extraLeft;
    private int checkBytes;

    void add(byte next) throws IOException {
        if (count < FIXED_LENGTH) {
            addFixed(next & 0xFF);
        } else if ((flags & HAS_EXTRA) != 0) {
            addExtra(next & 0xFF);
        } else if ((flags & HAS_NAME) != 0) {
            flags &= next == 0 ? ~HAS_NAME : ~0;
        } else if ((flags & HAS_COMMENT) != 0) {
            flags &= next == 0 ? ~HAS_COMMENT : ~0;
        } else if (++checkBytes == 2) {
            flags &= ~HAS_CHECK;
        }
        if (++count > MOST) {
            throw new IOException("its header is longer than " + MOST + " bytes");
        }
    }

    private void addFixed(int next) throws IOException {
        boolean right = switch (count) {
            case 0 -> next == 0x1F;
            case 1 -> next == 0x8B;
            case 2 -> next == 8; // deflate
            case 3 -> (next & RESERVED) == 0;
            default -> true;
        };
        if (!right) {
            throw new IOException("it does not begin with a valid gzip header");
        }
        if (count == 3) {
            flags = next & (HAS_CHECK | HAS_EXTRA | HAS_NAME | HAS_COMMENT);
        }
    }

    private void addExtra(int next) {
        if (extraLengthBytes < 2) {
            extraLeft |= next << 8 * extraLengthBytes++;
        } else {
            extraLeft--;
        }
        if (extraLengthBytes == 2 && extraLeft == 0) {
            flags &= ~HAS_EXTRA;
        }
    }

    boolean isEnded() {
        return count >= FIXED_LENGTH && flags == 0;
    }
}
