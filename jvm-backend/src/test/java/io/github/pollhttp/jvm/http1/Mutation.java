package io.github.pollhttp.jvm.http1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A mutation of the bytes of a response.
 *
 * @param changes applied one after the other
 */
record Mutation(List<Change> changes) {

    /**
     * Replaces some bytes by others.
     *
     * @param where    position, in ten-thousandths of the length
     * @param removed  number of bytes to remove there
     * @param inserted text to insert there, in ISO-8859-1
     */
    record Change(int where, int removed, String inserted) {
        byte[] of(byte[] bytes) {
            int at = (int) ((long) where * bytes.length / 10_000);
            int rest = Math.min(bytes.length, at + removed);
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.write(bytes, 0, at);
            changed.writeBytes(inserted.getBytes(StandardCharsets.ISO_8859_1));
            changed.write(bytes, rest, bytes.length - rest);
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
