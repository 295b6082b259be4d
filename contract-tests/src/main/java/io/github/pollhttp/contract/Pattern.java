package io.github.pollhttp.contract;

/** Test data that both sides can make: every byte value occurs at every alignment. */
public final class Pattern {
    private static final int PERIOD = 251;

    private Pattern() {}

    /** Returns the byte at an index. */
    public static byte at(int index) {
        return (byte) (index % PERIOD + index / 65536);
    }

    /** Returns the first bytes of the pattern. */
    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = at(i);
        }
        return bytes;
    }
}
