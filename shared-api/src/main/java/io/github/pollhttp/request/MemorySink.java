package io.github.pollhttp.request;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.RequestPlatform;

/**
 * Stores a body in memory, in one array.
 *
 * <p>
 * Allocating an array of 64 MiB, or copying one, takes a whole frame. Where the platform has threads, another thread does both: it allocates the
 * next array while the current one is filled, and then copies the old bytes while new bytes are already written to the next array.
 *
 * <p>
 * Content-Length is not trusted up front: the next array, eight times as long, is allocated when the current one is half full. A false length
 * alone therefore costs at most 1 MiB, and both arrays together are never longer than 18 times the bytes that have arrived.
 */
final class MemorySink implements BodySink {
    /** The longest array. Some JVMs cannot allocate the last few bytes of the range of an int. */
    static final int LARGEST = Integer.MAX_VALUE - 8;

    private static final int MEBIBYTE = 1024 * 1024;

    /** An array up to this length is allocated and copied in less than half a millisecond. */
    private static final int SMALL = MEBIBYTE;
    private static final int FIRST_LENGTH = SMALL / 4;

    private final RequestPlatform platform;
    private final long announcedLength;
    private final int longestWrite;
    private byte[] bytes = {};
    private int count;

    /** These run one after the other: the allocation of a longer array, the copy into it, and the final copy without unused space. Null until started. */
    private ArrayWork next;
    private ArrayWork copy;
    private ArrayWork trim;

    /**
     * @param announcedLength the length of the body, or -1 if it is not known
     * @param longestWrite    the largest number of bytes that {@link #write} gets at once
     */
    MemorySink(RequestPlatform platform, long announcedLength, int longestWrite) {
        this.platform = platform;
        this.announcedLength = announcedLength;
        this.longestWrite = longestWrite;
    }

    @Override
    public boolean isReady() {
        if (next == null && count >= bytes.length / 2 && bytes.length > 0 && !isLongest() && isCopied()) {
            int length = longer(bytes.length);
            next = start(() -> new byte[length]);
        }
        if (bytes.length - count >= longestWrite || isLongest() || bytes.length == 0) {
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
        int length = count;
        next = null;
        bytes = to;
        copy = start(() -> {
            System.arraycopy(from, 0, to, 0, length);
            return to;
        });
    }

    private boolean isLongest() {
        return announcedLength >= 0 && bytes.length >= announcedLength || bytes.length == LARGEST;
    }

    private int longer(int length) {
        long wanted = announcedLength >= 0 ? Math.min(announcedLength, 8L * length) : 2L * length;
        return (int) Math.min(wanted, LARGEST);
    }

    private boolean isCopied() {
        return copy == null || copy.isDone();
    }

    private ArrayWork start(ArrayWork.Allocation allocation) {
        ArrayWork work = new ArrayWork(allocation);
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

    /** Extends the array immediately: for the first bytes, and for a server that sends more than it has announced. */
    private void extend(int added) {
        if (!isCopied()) {
            copy.step(); // this thread cannot wait for the other, so it copies the bytes itself
        }
        boolean small = announcedLength >= 0 && announcedLength <= SMALL; // then one array is enough, and no other thread is needed
        long firstLength = small ? announcedLength : FIRST_LENGTH;
        long wanted = Math.max(Math.max(firstLength, (long) count + added), bytes.length == 0 ? 0 : 2L * bytes.length);
        bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, LARGEST));
        next = null;
    }

    @Override
    public boolean finish() {
        if (!isCopied()) {
            return false;
        }
        if (trim == null) {
            trim = new ArrayWork(() -> count == bytes.length ? bytes : Arrays.copyOf(bytes, count));
            if (count == bytes.length || count <= SMALL || !platform.start(trim)) {
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
        copy = null;
    }

    /** @return the body, after {@link #finish} has returned true; not copied if the announced length was right */
    byte[] body() {
        return trim.result();
    }
}
