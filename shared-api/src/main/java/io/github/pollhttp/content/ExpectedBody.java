package io.github.pollhttp.content;

import io.github.pollhttp.internal.ContentRange;

/**
 * Which bytes of a file the body of a response has.
 *
 * @param offset   the number of bytes of the file that precede the body
 * @param length   the exact length of the body in bytes; -1 if only its framing tells where it ends
 * @param complete the length of the whole file in bytes, or -1 if it is not known
 * @param isLast   whether the file is complete after this body
 * @param partial  a body of this length is only a part of the file; -1 if there is no such length
 */
public record ExpectedBody(long offset, long length, long complete, boolean isLast, long partial) {
    /** The body of a response without a range: the whole file. */
    public static final ExpectedBody WHOLE = new ExpectedBody(0, -1, -1, true, -1);

    /**
     * The body of a response that is no 206 but has a {@code Content-Range}: the whole file, unless it has only the bytes of that range.
     *
     * @param range the range that the response announces
     * @return the bytes to expect
     */
    public static ExpectedBody wholeUnless(ContentRange range) {
        return new ExpectedBody(0, -1, -1, true, range.length());
    }

    /**
     * The body that continues a file.
     *
     * @param range the range that the response announces
     * @return the bytes to expect
     */
    public static ExpectedBody of(ContentRange range) {
        return new ExpectedBody(range.first(), range.length(), range.complete(), range.isLast(), -1);
    }

    /**
     * The same bytes, with a length.
     *
     * @param announced the announced length of the body, or -1
     * @return the bytes to expect
     */
    public ExpectedBody ofLength(long announced) {
        return new ExpectedBody(offset, announced, complete, isLast, partial);
    }
}
