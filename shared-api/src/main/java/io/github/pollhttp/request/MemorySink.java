package io.github.pollhttp.request;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.github.pollhttp.spi.BodySink;

/** A body in memory. What a server announces is believed once an eighth of it has come, so that announcing alone takes no memory. */
final class MemorySink implements BodySink {
    private static final int FIRST = 64 * 1024;
    private static final int BELIEVED = 8;
    /** The most that fits: a few bytes less than an int can count, for some JVMs make no longer arrays. */
    static final int LARGEST = Integer.MAX_VALUE - 8;

    private final long announced;
    private byte[] bytes = {};
    private int count;

    /** @param announced how many bytes there will be, -1 if that is not known */
    MemorySink(long announced) {
        this.announced = announced;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void write(ByteBuffer more) {
        int added = more.remaining();
        if (count + added > bytes.length) {
            bytes = Arrays.copyOf(bytes, capacity(count + added));
        }
        more.get(bytes, count, added);
        count += added;
    }

    private int capacity(int needed) {
        long doubled = Math.max(Math.max(FIRST, needed), 2L * bytes.length);
        boolean believed = announced >= needed && announced <= BELIEVED * doubled;
        return (int) Math.min(believed ? announced : doubled, LARGEST);
    }

    @Override
    public boolean finish() {
        return true;
    }

    @Override
    public void discard() {
        bytes = new byte[0];
        count = 0;
    }

    /** What was written; the array itself where it is full, as it is if the announcement was true. */
    byte[] body() {
        return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
    }
}
