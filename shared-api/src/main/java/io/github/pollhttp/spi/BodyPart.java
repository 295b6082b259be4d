package io.github.pollhttp.spi;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A part of a request body: bytes in memory, or a file.
 *
 * @param bytes the bytes; null for a file. They are not copied: do not change them while a request sends them
 * @param path  the path of the file, on the JVM in the file system, in the browser in the origin private file system; null for bytes
 */
public record BodyPart(byte @Nullable [] bytes, @Nullable String path) {
    /**
     * Creates a part that is in memory.
     *
     * @param bytes the bytes
     * @return the part
     */
    public static BodyPart of(byte[] bytes) {
        return new BodyPart(Objects.requireNonNull(bytes, "bytes"), null);
    }

    /**
     * Creates a part that is a file. Each request that sends the part opens the file.
     *
     * @param path the path of the file
     * @return the part
     */
    public static BodyPart file(String path) {
        return new BodyPart(null, Objects.requireNonNull(path, "path"));
    }
}
