package io.github.pollhttp.request;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.RequestPlatform;

/**
 * A body in memory, in one array. To make an array of 64 MiB and to fill it from a shorter one takes a whole frame, so another thread does both
 * where there is one: the next array is made while this one is filled, and what is in this one is moved while the next one goes on being filled.
 * What a server announces is believed step by step, so that announcing alone takes a MiB at most: the next array, eight times as long, is made
 * when this one is half full, so that both are never more than 18 times what has come.
 */
final class MemorySink implements BodySink {
    /** The most that fits: a few bytes less than an int can count, for some JVMs make no longer arrays. */
    static final int LARGEST = Integer.MAX_VALUE - 8;

    private static final int MEBIBYTE = 1024 * 1024;

    /** Until here an array is made, and copied, in less than half a millisecond. */
    private static final int SHORT = MEBIBYTE;
    private static final int FIRST = SHORT / 4;

    private final RequestPlatform platform;
    private final long announced;
    private final int chunk;
    private byte[] bytes = {};
    private int count;

    /** The longer array; then the move into it; then the array without what is left over. Each null before. */
    private ArrayWork next;
    private ArrayWork move;
    private ArrayWork trim;

    /**
     * @param announced how many bytes there will be, -1 if that is not known
     * @param chunk     the most that is written at once
     */
    MemorySink(RequestPlatform platform, long announced, int chunk) {
        this.platform = platform;
        this.announced = announced;
        this.chunk = chunk;
    }

    @Override
    public boolean isReady() {
        if (next == null && count >= bytes.length / 2 && bytes.length > 0 && !isLongest() && isMoved()) {
            int length = longer(bytes.length);
            next = start(() -> new byte[length]);
        }
        if (bytes.length - count >= chunk || isLongest() || bytes.length == 0) {
            return true;
        }
        if (next == null || !next.isDone()) {
            return false;
        }
        changeArrays();
        return true;
    }

    private void changeArrays() {
        byte[] from = bytes;
        byte[] to = next.result();
        int filled = count;
        next = null;
        bytes = to;
        move = start(() -> {
            System.arraycopy(from, 0, to, 0, filled);
            return to;
        });
    }

    private boolean isLongest() {
        return announced >= 0 && bytes.length >= announced || bytes.length == LARGEST;
    }

    private int longer(int length) {
        long wanted = announced >= 0 ? Math.min(announced, 8L * length) : 2L * length;
        return (int) Math.min(wanted, LARGEST);
    }

    private boolean isMoved() {
        return move == null || move.isDone();
    }

    private ArrayWork start(ArrayWork.Making making) {
        ArrayWork work = new ArrayWork(making);
        if (!platform.start(work)) {
            work.step();
        }
        return work;
    }

    @Override
    public void write(ByteBuffer more) {
        int added = more.remaining();
        if (added > bytes.length - count) {
            extend(added);
        }
        more.get(bytes, count, added);
        count += added;
    }

    /** At once: for the first bytes, and for a server that sends more than it has announced. */
    private void extend(int added) {
        if (!isMoved()) {
            move.step(); // once more, since this thread cannot wait for the other
        }
        long first = announced >= 0 && announced <= SHORT ? announced : FIRST; // what is short waits for no other thread
        long wanted = Math.max(Math.max(first, (long) count + added), bytes.length == 0 ? 0 : 2L * bytes.length);
        bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, LARGEST));
        next = null;
    }

    @Override
    public boolean finish() {
        if (!isMoved()) {
            return false;
        }
        if (trim == null) {
            trim = new ArrayWork(() -> count == bytes.length ? bytes : Arrays.copyOf(bytes, count));
            if (count == bytes.length || count <= SHORT || !platform.start(trim)) {
                trim.step();
            }
        }
        return trim.isDone();
    }

    @Override
    public void discard() {
        bytes = new byte[0];
        count = 0;
        next = null;
        move = null;
    }

    /** What was written, once {@link #finish} has said that it is there; the array itself where it is full, as it is if the announcement was true. */
    byte[] body() {
        return trim.result();
    }
}
