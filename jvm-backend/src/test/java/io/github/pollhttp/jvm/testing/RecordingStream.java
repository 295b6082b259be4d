package io.github.pollhttp.jvm.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

import io.github.pollhttp.StreamPeer;

/** Records the bytes that are written to a stream. */
public final class RecordingStream extends WrappedStream {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    public RecordingStream(StreamPeer stream) {
        super(stream);
    }

    public String lastInHex(int count) {
        byte[] all = sent.toByteArray();
        return HexFormat.of().formatHex(Arrays.copyOfRange(all, all.length - count, all.length));
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        ByteBuffer offered = source.duplicate();
        int count = super.write(source);
        byte[] taken = new byte[count];
        offered.get(taken);
        sent.writeBytes(taken);
        return count;
    }
}
