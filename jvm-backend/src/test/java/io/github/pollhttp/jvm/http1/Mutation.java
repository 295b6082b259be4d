package io.github.pollhttp.jvm.http1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Changes to the bytes of a response, made one after the other. */
record Mutation(List<Change> changes) {

    /** @param where in ten-thousandths of the length */
    record Change(int where, int removed, String inserted) {
        byte[] of(byte[] bytes) {
            int at = (int) ((long) where * bytes.length / 10_000);
            int behind = Math.min(bytes.length, at + removed);
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.write(bytes, 0, at);
            changed.writeBytes(inserted.getBytes(StandardCharsets.ISO_8859_1));
            changed.write(bytes, behind, bytes.length - behind);
            return changed.toByteArray();
        }
    }

    byte[] of(byte[] bytes) {
        byte[] changed = bytes;
        for (Change change : changes) {
            changed = change.of(changed);
        }
        return changed;
    }
}
