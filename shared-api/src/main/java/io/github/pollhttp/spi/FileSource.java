package io.github.pollhttp.spi;

import org.jspecify.annotations.Nullable;

/** Reads a file in pieces. No method blocks. */
public interface FileSource {
    /**
     * Reads the next bytes.
     *
     * @param limit the most bytes to return
     * @return the bytes; empty if none are available now; null at the end of the file
     * @throws FileFailure if the file does not exist or cannot be read
     */
    byte @Nullable [] read(int limit) throws FileFailure;

    /**
     * Returns the length of the file.
     *
     * @return the number of bytes, or -1 while it is not known
     */
    long size();

    /** Closes the file. May be called repeatedly. */
    void close();
}
