package io.github.pollhttp.web;

import java.nio.ByteBuffer;

import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.FileFailure;

/** Writes a file of the origin. The browser works behind the scenes; a limited number of bytes may wait for it. */
final class OriginFileSink implements BodySink {
    private static final int MOST_WAITING = 4 * 1024 * 1024;

    private final String path;
    private JSObject open;
    private int waiting;
    private boolean finishing;
    private boolean finished;
    private boolean discarded;
    private String failure;

    OriginFileSink(String path) {
        this.path = path;
        OriginFiles.create(path).then(each -> {
            open = each;
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
        if (failure != null && open == null) {
            throw FileFailure.opening("cannot open " + path + ": " + failure, null);
        }
        if (failure != null) {
            throw FileFailure.using("cannot write " + path + ": " + failure, null);
        }
        return open != null && waiting < MOST_WAITING;
    }

    @Override
    public void write(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        waiting += copy.length;
        OriginFiles.write(open, Int8Array.copyFromJavaArray(copy)).then(each -> {
            waiting -= copy.length;
            return null;
        }, error -> fail(error));
    }

    @Override
    public boolean finish() throws FileFailure {
        isReady(); // tells what has failed
        if (open != null && !finishing) {
            finishing = true;
            OriginFiles.finish(open).then(each -> {
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
            if (open != null) {
                remove();
            }
        }
    }

    private void remove() {
        OriginFiles.remove(open).then(each -> null, error -> null); // if it cannot be removed, the next download of this name takes its place
    }
}
