package io.github.pollhttp.contract;

/** Bytes that are easy to make on both sides and hit every value at every alignment. */
public final class Pattern {
    private static final int PERIOD = 251;

    private Pattern() {}

    /** The byte at a place. */
    public static byte at(int index) {
        return (byte) (index % PERIOD + index / 65536);
    }

    /** The first bytes. */
    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = at(i);
        }
        return bytes;
    }
}
