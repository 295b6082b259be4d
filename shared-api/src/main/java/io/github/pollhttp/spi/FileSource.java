package io.github.pollhttp.spi;

/** Reads a file in pieces. No call waits. */
public interface FileSource {
    /**
     * The next bytes.
     *
     * @param limit how many at most
     * @return the bytes; empty if none are there yet; null at the end of the file
     * @throws FileFailure if there is no such file or it cannot be read
     */
    byte[] read(int limit) throws FileFailure;

    /**
     * The file's length.
     *
     * @return the number of bytes, or -1 while it is not known
     */
    long size();

    /** Frees what the source holds. Safe twice. */
    void close();
}
