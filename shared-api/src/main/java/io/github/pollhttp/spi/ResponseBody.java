package io.github.pollhttp.spi;

/** A complete body in memory. */
public interface ResponseBody {
    /**
     * Returns the body as an array.
     *
     * @return the same array at each call
     * @throws OutOfMemoryError if the platform keeps the body elsewhere, and there is no memory for an array
     */
    byte[] bytes();

    /**
     * Decodes the body from UTF-8 (Encoding Standard, "UTF-8 decode"). Leaves out a byte order mark, and replaces a malformed sequence by U+FFFD.
     *
     * @return the text
     */
    String text();
}
