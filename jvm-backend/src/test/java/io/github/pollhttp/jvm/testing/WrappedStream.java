package io.github.pollhttp.jvm.testing;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.StreamPeer;

/** Forwards all calls to another stream. The backend sees only the interface {@link StreamPeer}; subclasses change single methods. */
public class WrappedStream implements StreamPeer {
    private final StreamPeer stream;

    public WrappedStream(StreamPeer stream) {
        this.stream = stream;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return stream.read(target);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return stream.write(source);
    }

    @Override
    public void close() {
        stream.close();
    }
}
