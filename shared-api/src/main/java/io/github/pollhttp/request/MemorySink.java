package io.github.pollhttp.request;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.RequestPlatform;
import io.github.pollhttp.spi.ResponseBody;

/**
 * Stores a body in memory, in one array. {@link #space} lends the free part of the array to the caller, which reads bytes directly into it.
 *
 * <p>
 * Allocating or copying 64 MiB takes as long as a frame of a game. Where the platform has threads, another thread does both: it allocates the next
 * array while the current one is filled, and then copies the old bytes while new bytes are already written to the next array.
 *
 * <p>
 * Content-Length is not trusted up front, because a server can send a false one. The first array has 4 KiB if the length is unknown, the whole length
 * if it is at most 1 MiB, and else 256 KiB. When an array is half full, the next one is allocated: eight times as long if the length is known or the
 * array is shorter than 256 KiB, otherwise twice as long; but never longer than the announced length. So each array but the first is at most 16 times
 * as long as the bytes that had been received when it was allocated, even if the Content-Length is false.
 */
class MemorySink implements BodySink {
    /** The longest array. Some JVMs cannot allocate an array of Integer.MAX_VALUE bytes, or a few bytes less. */
    static final int LARGEST = Integer.MAX_VALUE - 8;

    private static final byte[] NONE = {};
    private static final int MEBIBYTE = 1024 * 1024;

    /** An array up to this length is allocated and copied in less than half a millisecond. */
    private static final int SMALL = MEBIBYTE;
    private static final int FIRST_LENGTH = SMALL / 4;

    /** The first array for a body of unknown length. Most of these bodies are short. */
    private static final int FIRST_LENGTH_UNKNOWN = 4 * 1024;

    private final RequestPlatform platform;
    private final long announcedLength;
    private byte[] bytes = NONE;

    /** A view of the array, for {@link #space}. */
    private ByteBuffer view = ByteBuffer.wrap(NONE);
    private int count;

    /** Allocates the next, longer array. This field, {@link #copy} and {@link #trim} are null until their work starts. */
    private ArrayWork next;

    /** Copies the stored bytes to the longer array. */
    private ArrayWork copy;

    /** Copies the complete body to an array without unused space. Stays null if the array has no unused space. */
    private ArrayWork trim;

    /**
     * @param announcedLength the length of the body, or -1 if it is not known
     */
    MemorySink(RequestPlatform platform, long announcedLength) {
        this.platform = platform;
        this.announcedLength = announcedLength;
    }

    @Override
    public boolean isReady() {
        if (bytes.length == 0 || isLongest()) {
            return true;
        }
        if (next == null && count >= bytes.length / 2 && isCopied()) {
            int length = longer(bytes.length);
            next = start(length, () -> new byte[length]);
        }
        if (next != null && next.isDone()) {
            changeArrays();
        }
        return count < bytes.length;
    }

    @Override
    public ByteBuffer space(int most) {
        if (bytes.length == 0) {
            useArray(new byte[firstLength()]);
        }
        if (count == bytes.length) {
            return null;
        }
        return view.limit(count + Math.min(most, bytes.length - count)).position(count);
    }

    private int firstLength() {
        if (announcedLength < 0) {
            return FIRST_LENGTH_UNKNOWN;
        }
        return announcedLength <= SMALL ? (int) announcedLength : FIRST_LENGTH; // up to SMALL, one array is enough
    }

    private void useArray(byte[] array) {
        bytes = array;
        view = ByteBuffer.wrap(array);
    }

    private void changeArrays() {
        byte[] from = bytes;
        byte[] to = next.result();
        int length = count;
        next = null;
        useArray(to);
        copy = start(length, () -> {
            System.arraycopy(from, 0, to, 0, length);
            return to;
        });
    }

    private boolean isLongest() {
        return announcedLength >= 0 && bytes.length >= announcedLength || bytes.length == LARGEST;
    }

    private int longer(int length) {
        long wanted = announcedLength >= 0
                ? Math.min(announcedLength, 8L * length)
                : length < FIRST_LENGTH ? 8L * length : 2L * length;
        return (int) Math.min(wanted, LARGEST);
    }

    private boolean isCopied() {
        return copy == null || copy.isDone();
    }

    /** @param length the number of bytes to allocate or to copy. Up to {@link #FIRST_LENGTH}, this thread does the work, because handing it to
     * another thread would cost more */
    private ArrayWork start(int length, ArrayWork.Allocation allocation) {
        ArrayWork work = new ArrayWork(allocation);
        if (length <= FIRST_LENGTH || !platform.start(work)) {
            work.step();
        }
        return work;
    }

    @Override
    public void write(ByteBuffer more) {
        int added = more.remaining();
        if (more != view) {
            if (added > bytes.length - count) {
                extend(added);
            }
            more.get(bytes, count, added);
        }
        count += added;
    }

    /** Extends the array on this thread. Needed only if a backend delivers more bytes than the announced length. The JVM backend ends the body at its
     * Content-Length. */
    private void extend(int added) {
        if (!isCopied()) {
            copy.step(); // this thread cannot wait for the other, so it copies the bytes itself
        }
        long wanted = Math.max((long) count + added, 2L * bytes.length);
        useArray(Arrays.copyOf(bytes, (int) Math.min(wanted, LARGEST)));
        next = null;
    }

    @Override
    public boolean flush() {
        if (!isCopied()) {
            return false;
        }
        if (count == bytes.length) {
            return true;
        }
        if (trim == null) {
            trim = start(count, () -> Arrays.copyOf(bytes, count));
        }
        return trim.isDone();
    }

    @Override
    public boolean finish() {
        return flush();
    }

    @Override
    public void discard() {
        bytes = NONE; // without an allocation, because there may be no memory
        view = null;
        count = 0;
        next = null;
        copy = null;
        trim = null;
    }

    @Override
    public ResponseBody body() {
        return new ArrayBody(trim == null ? bytes : trim.result());
    }
}
