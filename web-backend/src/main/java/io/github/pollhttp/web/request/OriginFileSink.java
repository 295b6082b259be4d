package io.github.pollhttp.web.request;

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
    private boolean closing;
    private boolean stored;
    private boolean renaming;
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
    public boolean flush() throws FileFailure {
        isReady(); // throws if something has failed
        if (file != null && !closing) {
            closing = true;
            OriginFiles.close(file).then(closed -> {
                stored = true;
                return null;
            }, error -> fail(error));
        }
        return stored;
    }

    @Override
    public boolean finish() throws FileFailure {
        isReady(); // throws if the file could not be renamed
        if (!renaming) {
            renaming = true;
            OriginFiles.rename(file).then(renamed -> {
                finished = true;
                return null;
            }, error -> fail(error));
        }
        return finished;
    }

    /** While the browser renames the file, nothing can be discarded. */
    @Override
    public void discard() {
        if (!discarded && (!renaming || failure != null)) {
            discarded = true;
            if (file != null) {
                remove();
            }
        }
    }

    private void remove() {
        // A file that cannot be removed stays under its own name.
        OriginFiles.remove(file).then(removed -> null, error -> null);
    }
}
