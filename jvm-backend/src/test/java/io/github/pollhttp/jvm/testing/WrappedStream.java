package io.github.pollhttp.jvm.testing;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.StreamPeer;

/** A stream upon another one, of which the backend knows nothing but the interface; a test changes what it needs. */
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
