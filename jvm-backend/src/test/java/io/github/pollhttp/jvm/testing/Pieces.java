package io.github.pollhttp.jvm.testing;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** An input of a fuzz target: its first bytes choose how the rest is cut into pieces. */
public final class Pieces {
    private static final int CUTS = 4;

    /** Passes all bytes at once. */
    public static final IntUnaryOperator WHOLE = left -> left;

    private Pieces() {}

    /** @return whether an input is long enough to have a content */
    public static boolean isEnough(byte[] input) {
        return input.length > CUTS;
    }

    public static byte[] content(byte[] input) {
        return Arrays.copyOfRange(input, CUTS, input.length);
    }

    /** @return tells the length of the next piece, given the number of remaining bytes */
    public static IntUnaryOperator cut(byte[] input) {
        int[] next = {0};
        return left -> Math.min(left, 1 + (input[next[0]++ % CUTS] & 0x3F));
    }
}
