package io.github.pollhttp;

/**
 * The largest allowed sizes of the parts of a response. A response with a larger part fails with {@link Failure.Reason#RESPONSE_TOO_LARGE}. The body
 * has no limit, because the program reads it in pieces. The browser has its own limits and ignores these.
 *
 * @param head      the most bytes of status line and header fields together
 * @param headers   the most header fields
 * @param line      the most bytes of one line of the head
 * @param chunkLine the most bytes of one chunk-size line with its extensions (RFC 9112 section 7.1.1). All extensions of a body together may have 16
 *                  KiB, and 16 bytes more for each chunk, whatever this limit is
 * @param trailers  the most bytes of the trailer section (RFC 9112 section 7.1.2)
 */
public record ResponseLimits(int head, int headers, int line, int chunkLine, int trailers) {

    /** The default: 256 KiB for the head, 256 header fields, 64 KiB for a line, 8 KiB for a chunk-size line, 64 KiB for the trailers. */
    public static final ResponseLimits DEFAULT = new ResponseLimits(256 * 1024, 256, 64 * 1024, 8 * 1024, 64 * 1024);

    /**
     * Creates limits.
     *
     * @param head      the most bytes of status line and header fields together, 1 or more
     * @param headers   the most header fields, 1 or more
     * @param line      the most bytes of one line of the head, 1 or more
     * @param chunkLine the most bytes of one chunk-size line, 1 or more
     * @param trailers  the most bytes of the trailer section, 1 or more
     * @throws IllegalArgumentException if a limit is less than 1
     */
    public ResponseLimits {
        if (Math.min(Math.min(head, headers), Math.min(line, Math.min(chunkLine, trailers))) < 1) {
            throw new IllegalArgumentException("each limit must be at least 1.");
        }
    }
}
