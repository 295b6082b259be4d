package io.github.pollhttp;

/**
 * How large the parts of a response may be before the client gives up with {@link Failure.Reason#RESPONSE_TOO_LARGE}. A body has no limit
 * here: the program takes it piece by piece. The browser has limits of its own and ignores these.
 *
 * @param head      bytes of status line and header fields together
 * @param headers   number of header fields
 * @param line      bytes of one line of the head
 * @param chunkLine bytes of one chunk-size line with its extensions (RFC 9112 section 7.1.1)
 * @param trailers  bytes of the trailer section (RFC 9112 section 7.1.2)
 */
public record ResponseLimits(int head, int headers, int line, int chunkLine, int trailers) {

    /** 256 KiB of head, 256 header fields, 64 KiB a line, 8 KiB a chunk-size line, 64 KiB of trailers. */
    public static final ResponseLimits DEFAULT = new ResponseLimits(256 * 1024, 256, 64 * 1024, 8 * 1024, 64 * 1024);

    /**
     * Checks that each limit leaves room for something.
     *
     * @param head      bytes of the head
     * @param headers   number of header fields
     * @param line      bytes of a line
     * @param chunkLine bytes of a chunk-size line
     * @param trailers  bytes of the trailers
     * @throws IllegalArgumentException if one of them is less than 1
     */
    public ResponseLimits {
        if (Math.min(Math.min(head, headers), Math.min(line, Math.min(chunkLine, trailers))) < 1) {
            throw new IllegalArgumentException("each limit must be at least 1");
        }
    }
}
