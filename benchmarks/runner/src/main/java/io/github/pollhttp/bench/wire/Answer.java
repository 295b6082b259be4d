package io.github.pollhttp.bench.wire;

import java.nio.ByteBuffer;

/**
 * Checks the response that a peer delivers: the code 200, and a body of the requested length with the bytes of the {@link Pattern}. One object checks
 * one exchange after the other. {@link #end} throws an exception for an error, so that a peer cannot gain speed by losing bytes or exceptions of
 * callbacks.
 */
public final class Answer {
    private final long length;
    private final boolean thorough;
    private final boolean wantsField;
    private boolean fieldTaken;
    private long position;
    private String fault;

    /**
     * @param thorough true to compare every byte; false to compare the first and the last byte of each piece, because a full comparison costs as much
     *                 as the transfer
     */
    public Answer(long length, boolean thorough) {
        this(length, thorough, false);
    }

    /** @param wantsField true if the peer has to look up the header field {@link Path#FIELD} of each response */
    public Answer(long length, boolean thorough, boolean wantsField) {
        this.length = length;
        this.thorough = thorough;
        this.wantsField = wantsField;
    }

    /** Returns true if the peer calls {@link #takeField} after {@link #begin}. */
    public boolean wantsField() {
        return wantsField;
    }

    public long length() {
        return length;
    }

    public void begin(int code) {
        position = 0;
        fieldTaken = false;
        fault = code == 200 ? null : "the response code is " + code;
    }

    /** @param value the value of the header field {@link Path#FIELD}; null if the response has no such field */
    public void takeField(String value) {
        fieldTaken = Path.FIELD_VALUE.equals(value);
    }

    public void take(byte[] bytes, int offset, int count) {
        if (count == 0) {
            return;
        }
        boolean right = thorough
                ? Pattern.matches(bytes, offset, count, position)
                : bytes[offset] == Pattern.at(position)
                        && bytes[offset + count - 1] == Pattern.at(position + count - 1);
        advance(right, count);
    }

    /** Checks the bytes of a buffer without changing its position. */
    public void take(ByteBuffer bytes) {
        int count = bytes.remaining();
        if (count == 0) {
            return;
        }
        boolean right = thorough
                ? Pattern.matches(bytes, position)
                : bytes.get(bytes.position()) == Pattern.at(position)
                        && bytes.get(bytes.limit() - 1) == Pattern.at(position + count - 1);
        advance(right, count);
    }

    private void advance(boolean right, int count) {
        if (!right && fault == null) {
            fault = "a byte of the body is wrong between " + position + " and " + (position + count);
        }
        position += count;
    }

    public void end() {
        if (fault == null && wantsField && !fieldTaken) {
            fault = "the header field is missing or wrong";
        }
        if (fault == null && position != length) {
            fault = "the body has " + position + " bytes instead of " + length;
        }
        if (fault != null) {
            throw new IllegalStateException(fault);
        }
    }
}
