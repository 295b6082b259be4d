package io.github.pollhttp.bench.wire;

import java.nio.ByteBuffer;

/**
 * What a peer has to deliver: a 200 whose body is the {@link Pattern}, as long as was asked for. One object serves one exchange after the
 * other. What is wrong is an exception at the end, so that no peer is fast by losing bytes, nor by losing exceptions of callbacks.
 */
public final class Answer {
    private final long length;
    private final boolean thorough;
    private long position;
    private String fault;

    /**
     * @param thorough whether every byte is compared, or the first and the last of each piece: comparing all of them is as dear as receiving
     *                 them
     */
    public Answer(long length, boolean thorough) {
        this.length = length;
        this.thorough = thorough;
    }

    public long length() {
        return length;
    }

    public void begin(int code) {
        position = 0;
        fault = code == 200 ? null : "the answer's code is " + code;
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

    /** The buffer's position stays. */
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
            fault = "the body is wrong within " + count + " bytes behind " + position;
        }
        position += count;
    }

    public void end() {
        if (fault == null && position != length) {
            fault = "the body has " + position + " bytes instead of " + length;
        }
        if (fault != null) {
            throw new IllegalStateException(fault);
        }
    }
}
