package io.github.pollhttp.web.request;

import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

import io.github.pollhttp.spi.FileFailure;
import io.github.pollhttp.spi.FileSource;

/** Reads a file of the origin in blocks of 1 MiB. The browser reads asynchronously, so the first block is requested at once. */
final class OriginFileSource implements FileSource {
    private static final int BLOCK = 1024 * 1024;
    private static final byte[] EMPTY = {};

    private final String path;
    private JSObject blob;
    private double size = -1;
    private double requested;
    private double taken;
    private boolean reading;
    private byte[] block = EMPTY;
    private int used;
    private String failure;

    OriginFileSource(String path) {
        this.path = path;
        OriginFiles.read(path).then(opened -> {
            blob = opened;
            size = OriginFiles.size(opened);
            requestBlock();
            return null;
        }, error -> fail(error));
    }

    private Object fail(Object error) {
        failure = OriginFiles.message(error);
        return null;
    }

    private void requestBlock() {
        if (reading || blob == null || requested >= size) {
            return;
        }
        reading = true;
        double end = Math.min(size, requested + BLOCK);
        OriginFiles.slice(blob, requested, end).then(bytes -> {
            reading = false;
            requested = end;
            block = bytes.copyToJavaArray();
            used = 0;
            return null;
        }, error -> fail(error));
    }

    @Override
    public byte[] read(int limit) throws FileFailure {
        if (failure != null) {
            String action = blob == null ? "cannot open " : "cannot read ";
            throw FileFailure.using(action + path + ": " + failure, null);
        }
        if (blob != null && taken >= size) {
            return null;
        }
        if (used == block.length) {
            requestBlock();
            return EMPTY;
        }
        byte[] bytes = new byte[Math.min(limit, block.length - used)];
        System.arraycopy(block, used, bytes, 0, bytes.length);
        used += bytes.length;
        taken += bytes.length;
        return bytes;
    }

    @Override
    public long size() {
        return (long) size;
    }

    @Override
    public void close() {
        blob = null;
        block = EMPTY;
        used = 0;
    }
}
