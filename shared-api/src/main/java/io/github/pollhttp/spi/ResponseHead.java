package io.github.pollhttp.spi;

import java.util.List;

import io.github.pollhttp.internal.ContentRange;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.MimeType;

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
     * Returns the head for later use. A backend whose head always stays valid returns the same object, so that it makes text of the fields only if the
     * program asks for them.
     *
     * @return a head that stays as it is after the next request
     */
    ResponseHead kept();

    /**
     * Returns the number of bytes that a 206 has by its {@code Content-Range} (RFC 9110 section 14.4), before they are decoded.
     *
     * @return the number of bytes; -1 without one valid range, and if the platform decodes the body, so that the number of bytes is another one
     */
    default long partLength() {
        ContentRange range = ContentRange.of(header("Content-Range"), header("Content-Type"));
        return range == null ? -1 : range.length();
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
     * Whether the body has a media type (Fetch Standard, extract a MIME type).
     *
     * @param type the type in lower case, without parameters
     * @return true if {@code Content-Type} names it
     */
    default boolean hasType(String type) {
        return MimeType.is(type, header("Content-Type"));
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
