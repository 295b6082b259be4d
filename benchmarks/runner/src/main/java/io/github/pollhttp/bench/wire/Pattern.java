package io.github.pollhttp.bench.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of every body: byte i is i mod 251. Because 251 is a prime, a check detects a lost or repeated buffer of any usual size. */
public final class Pattern {
    public static final int PERIOD = 251;

    /** As long as the longest piece that is compared at once. */
    private static final byte[] REFERENCE = bytes(PERIOD * 4096);

    private static final ByteBuffer REFERENCE_BUFFER = ByteBuffer.wrap(REFERENCE).asReadOnlyBuffer();

    private Pattern() {}

    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = at(i);
        }
        return bytes;
    }

    public static byte at(long position) {
        return (byte) (position % PERIOD);
    }

    /** Returns true if the bytes are those of the body from a position on. */
    public static boolean matches(byte[] bytes, int offset, int length, long position) {
        int done = 0;
        while (done < length) {
            int from = (int) ((position + done) % PERIOD);
            int count = Math.min(length - done, REFERENCE.length - from);
            if (!Arrays.equals(bytes, offset + done, offset + done + count, REFERENCE, from, from + count)) {
                return false;
            }
            done += count;
        }
        return true;
    }

    /** The same for a buffer, whose position does not change. */
    public static boolean matches(ByteBuffer bytes, long position) {
        int done = 0;
        while (done < bytes.remaining()) {
            int from = (int) ((position + done) % PERIOD);
            int count = Math.min(bytes.remaining() - done, REFERENCE.length - from);
            if (!bytes.slice(bytes.position() + done, count).equals(REFERENCE_BUFFER.slice(from, count))) {
                return false;
            }
            done += count;
        }
        return true;
    }
}
