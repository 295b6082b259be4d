package io.github.pollhttp.jvm.request;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Paths;

import io.github.pollhttp.spi.FileFailure;
import io.github.pollhttp.spi.FileSource;

/** Reads a stored file. The first read opens it. */
final class DiskFile implements FileSource {
    private final String path;
    private FileChannel channel;
    private long size = -1;

    DiskFile(String path) {
        this.path = path;
    }

    @Override
    public byte[] read(int limit) throws FileFailure {
        open();
        try {
            ByteBuffer target = ByteBuffer.allocate((int) Math.min(limit, size - channel.position()));
            if (!target.hasRemaining()) {
                return null;
            }
            if (channel.read(target) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
            byte[] bytes = new byte[target.flip().remaining()];
            target.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw FileFailure.using("cannot read " + path + ": " + e, e);
        }
    }

    private void open() throws FileFailure {
        if (channel == null) {
            try {
                channel = FileChannel.open(Paths.get(path));
                size = channel.size();
            } catch (IOException | InvalidPathException e) {
                throw FileFailure.opening("cannot open " + path + ": " + e, e);
            }
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // the file was only read, so a failed close loses nothing
            }
        }
    }
}
