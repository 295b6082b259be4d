package io.github.pollhttp.spi;

import java.util.List;
import java.util.function.Supplier;

import io.github.pollhttp.internal.HeaderLine;

/** The head of a final response. It stays readable after the connection has been closed. */
public interface ResponseHead {
    /**
     * Returns the status code.
     *
     * @return the code, 100 to 999
     */
    int code();

    /**
     * Returns the header fields.
     *
     * @return lines {@code Name: value} in the order received, duplicates included; unmodifiable
     */
    List<String> headers();

    /**
     * Returns the header fields for later use. A backend whose head stays valid after the next request overrides this, so that it makes text of the
     * fields only if the program asks for them.
     *
     * @return gives the lines of {@link #headers()} at any time, also after the next request
     */
    default Supplier<List<String>> laterHeaders() {
        List<String> lines = headers();
        return () -> lines;
    }

    /**
     * Returns the values of one header field. A backend that keeps the head as bytes overrides this, so that it makes no text of the other fields.
     *
     * @param name the name of the field, in upper or lower case
     * @return the values in the order received, empty if there is none
     */
    default List<String> header(String name) {
        return HeaderLine.values(headers(), name);
    }

    /**
     * Returns the trailer fields (RFC 9112 section 7.1.2).
     *
     * @return lines {@code Name: value} in the order received; empty before the end of the body, and always in the browser
     */
    List<String> trailers();

    /**
     * Whether the exchange passes through {@code STATUS_BODY}.
     *
     * @return false for the codes that never have a body: 1xx, 204, 205 and 304
     */
    boolean hasBody();

    /**
     * Returns the number of bytes that the program will read in total.
     *
     * @return the number of bytes, or -1 if it is not known
     */
    long bodyLength();

    /**
     * Whether the body has the chunked transfer coding.
     *
     * @return true if it is chunked; always false in the browser, which hides it
     */
    boolean isChunked();

    /**
     * Returns the URL of the response, after the redirects that the browser has followed.
     *
     * @return an absolute URL
     */
    String url();
}
