package io.github.pollhttp.contract;

/** What a program has read of a body, as it appears in a trace: short text as it is, everything else as its length and a check sum. */
public final class Body {
    private static final int LONGEST_TEXT = 120;
    private static final int FNV_OFFSET = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;

    private final StringBuilder text = new StringBuilder();
    private int length;
    private int hash = FNV_OFFSET;

    /** Adds the first bytes of an array. */
    public void add(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            hash = (hash ^ bytes[i] & 0xFF) * FNV_PRIME;
            if (length++ < LONGEST_TEXT) {
                appendReadable(bytes[i]);
            }
        }
    }

    /** A trace is a line of words, so white space becomes an underscore; bytes beyond ASCII are shown as such. */
    private void appendReadable(byte b) {
        if (b == ' ' || b == '\n') {
            text.append('_');
        } else if (b > ' ' && b < 0x7F) {
            text.append((char) b);
        } else {
            text.append('%').append(Character.forDigit(b >> 4 & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
        }
    }

    /** How many bytes there are so far. */
    public int length() {
        return length;
    }

    /** The word that stands for it. */
    public String token() {
        return length <= LONGEST_TEXT ? text.toString() : tokenOf(length, hash);
    }

    /** How a body of {@link Pattern} bytes appears. */
    public static String patternToken(int length) {
        Body body = new Body();
        body.add(Pattern.bytes(length), length);
        return body.token();
    }

    private static String tokenOf(int length, int hash) {
        return length + "-bytes-" + Integer.toHexString(hash);
    }
}
