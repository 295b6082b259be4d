package io.github.pollhttp.web;

import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

import io.github.pollhttp.spi.FileFailure;
import io.github.pollhttp.spi.FileSource;

/** Reads a file of the origin, a block ahead of the program. */
final class OriginFileSource implements FileSource {
    private static final int BLOCK = 1024 * 1024;
    private static final byte[] NOTHING = {};

    private final String path;
    private JSObject blob;
    private double size = -1;
    private double asked;
    private double taken;
    private boolean underWay;
    private byte[] block = NOTHING;
    private int used;
    private String failure;

    OriginFileSource(String path) {
        this.path = path;
        OriginFiles.read(path).then(each -> {
            blob = each;
            size = OriginFiles.size(each);
            askForBlock();
            return null;
        }, error -> fail(error));
    }

    private Object fail(Object error) {
        failure = OriginFiles.message(error);
        return null;
    }

    private void askForBlock() {
        if (underWay || blob == null || asked >= size) {
            return;
        }
        underWay = true;
        double end = Math.min(size, asked + BLOCK);
        OriginFiles.slice(blob, asked, end).then(bytes -> {
            underWay = false;
            asked = end;
            block = bytes.copyToJavaArray();
            used = 0;
            return null;
        }, error -> fail(error));
    }

    @Override
    public byte[] read(int limit) throws FileFailure {
        if (failure != null) {
            String what = blob == null ? "cannot open " : "cannot read ";
            throw FileFailure.using(what + path + ": " + failure, null);
        }
        if (blob != null && taken >= size) {
            return null;
        }
        if (used == block.length) {
            askForBlock();
            return NOTHING;
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
        block = NOTHING;
        used = 0;
    }
}
