package io.github.pollhttp.web;

import java.nio.ByteBuffer;

import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.FileFailure;

/** Writes a file of the origin. The browser writes asynchronously. The sink accepts blocks until 4 MiB wait to be written. */
final class OriginFileSink implements BodySink {
    private static final int MAX_PENDING_BYTES = 4 * 1024 * 1024;

    private final String path;
    private JSObject file;
    private int pendingBytes;
    private boolean finishing;
    private boolean finished;
    private boolean discarded;
    private String failure;

    OriginFileSink(String path) {
        this.path = path;
        OriginFiles.create(path).then(opened -> {
            file = opened;
            if (discarded) {
                remove();
            }
            return null;
        }, error -> fail(error));
    }

    private Object fail(Object error) {
        if (failure == null) {
            failure = OriginFiles.message(error);
        }
        return null;
    }

    @Override
    public boolean isReady() throws FileFailure {
        if (failure != null && file == null) {
            throw FileFailure.opening("cannot open " + path + ": " + failure, null);
        }
        if (failure != null) {
            throw FileFailure.using("cannot write " + path + ": " + failure, null);
        }
        return file != null && pendingBytes < MAX_PENDING_BYTES;
    }

    @Override
    public void write(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        pendingBytes += copy.length;
        OriginFiles.write(file, Int8Array.copyFromJavaArray(copy)).then(written -> {
            pendingBytes -= copy.length;
            return null;
        }, error -> fail(error));
    }

    @Override
    public boolean finish() throws FileFailure {
        isReady(); // throws if something has failed
        if (file != null && !finishing) {
            finishing = true;
            OriginFiles.finish(file).then(moved -> {
                finished = true;
                return null;
            }, error -> fail(error));
        }
        return finished;
    }

    @Override
    public void discard() {
        if (!discarded && !finished) {
            discarded = true;
            if (file != null) {
                remove();
            }
        }
    }

    private void remove() {
        // A file that cannot be removed stays until the next download of the same name overwrites it.
        OriginFiles.remove(file).then(removed -> null, error -> null);
    }
}
