package io.github.pollhttp.spi;

import java.util.List;

/** The head of a final response. It stays readable when the connection is long gone. */
public interface ResponseHead {
    /**
     * The status code.
     *
     * @return three digits
     */
    int code();

    /**
     * The header fields.
     *
     * @return lines {@code Name: value}, in order, duplicates kept; unmodifiable
     */
    List<String> headers();

    /**
     * The trailer fields (RFC 9112 section 7.1.2).
     *
     * @return lines like those of {@link #headers()}, empty until the body has ended
     */
    List<String> trailers();

    /**
     * Whether the exchange passes through {@code STATUS_BODY}: all but 1xx, 204, 205 and 304 do.
     *
     * @return false where no body can follow
     */
    boolean hasBody();

    /**
     * How many bytes the program will read.
     *
     * @return the number, or -1 when it is not known
     */
    long bodyLength();

    /**
     * Whether the body came with the chunked transfer coding.
     *
     * @return true if it did; always false in the browser, which hides it
     */
    boolean isChunked();

    /**
     * Where the response came from, redirects of the browser's included.
     *
     * @return an absolute URL
     */
    String url();
}
