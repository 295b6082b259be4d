package io.github.pollhttp.contract;

/** The bytes that a program has read of a body, as a word of a trace: up to 120 bytes as text, a longer body as its length and a checksum. */
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

    /** Appends a byte. White space becomes an underscore, because spaces separate the words of a trace. */
    private void appendReadable(byte b) {
        if (b == ' ' || b == '\n') {
            text.append('_');
        } else if (b > ' ' && b < 0x7F) {
            text.append((char) b);
        } else {
            text.append('%').append(Character.forDigit(b >> 4 & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
        }
    }

    /** Returns the number of bytes so far. */
    public int length() {
        return length;
    }

    /** Returns the word for a trace. */
    public String token() {
        return length <= LONGEST_TEXT ? text.toString() : tokenOf(length, hash);
    }

    /** Returns the word for a body of {@link Pattern} bytes. */
    public static String patternToken(int length) {
        Body body = new Body();
        body.add(Pattern.bytes(length), length);
        return body.token();
    }

    private static String tokenOf(int length, int hash) {
        return length + "-bytes-" + Integer.toHexString(hash);
    }
}
