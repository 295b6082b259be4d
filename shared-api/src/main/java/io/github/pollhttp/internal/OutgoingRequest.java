package io.github.pollhttp.internal;

import java.util.List;
/**
 * A request that has passed the checks that apply to all platforms.
 *
 * @param method     the method's token, for example {@code GET}
 * @param target     the request target in visible ASCII, without a fragment (RFC 9112 section 3.2)
 * @param headers    the program's header lines, each valid
 * @param bodyLength the number of bytes of the body, 0 for no body; {@link #LENGTH_UNKNOWN} until the files of the body are open
 */
public record OutgoingRequest(String method, String target, List<String> headers, long bodyLength) {
    /** The length of a body that is made of files, until they are open. */
    public static final int LENGTH_UNKNOWN = -1;

    /**
     * Checks a request.
     *
     * @param method     the method's token, for example {@code GET}
     * @param url        the request target as the program gave it
     * @param headers    the program's header lines
     * @param bodyLength the number of bytes of the body, 0 for no body; {@link #LENGTH_UNKNOWN} if its files are not open
     * @return the checked request
     * @throws RejectionException if a part of it is not valid, so that it would not arrive as the program meant it
     */
    public static OutgoingRequest of(String method, String url, List<String> headers, long bodyLength)
            throws RejectionException {
        // A mutable list could change after the check, so it is copied. This is free for an immutable list.
        List<String> lines = List.copyOf(headers);
        HeaderLine.check(lines);
        int lengths = 0;
        for (int i = 0; i < lines.size(); i++) { // by index, because an iterator would allocate an object for each request
            String line = lines.get(i);
            checkHeader(line, bodyLength);
            lengths += HeaderLine.isNamed(line, "Content-Length") ? 1 : 0;
        }
        if (lengths > 1) {
            throw RejectionException.invalid("Content-Length is given more than once.");
        }
        if (method.equals("TRACE") && bodyLength != 0) {
            throw RejectionException.invalid("TRACE has no body (RFC 9110 section 9.3.8).");
        }
        return new OutgoingRequest(method, target(method, url), lines, bodyLength);
    }

    /**
     * Sets the length of the body.
     *
     * @param length the number of bytes
     * @return the same request with this length
     */
    public OutgoingRequest withBodyLength(long length) {
        return new OutgoingRequest(method, target, headers, length);
    }

    /**
     * Whether the program gave a header of this name.
     *
     * @param name the name, in any case
     * @return true if there is such a header
     */
    public boolean has(String name) {
        return HeaderLine.has(headers, name);
    }

    private static void checkHeader(String line, long bodyLength) throws RejectionException {
        if (HeaderLine.isNamed(line, "Transfer-Encoding")) {
            throw RejectionException
                    .invalid("Transfer-Encoding must not be set: a body is always sent with its length.");
        }
        if (HeaderLine.isNamed(line, "Content-Length")
                && !HeaderLine.value(line).equals(Long.toString(bodyLength))) {
            throw RejectionException.invalid(bodyLength == LENGTH_UNKNOWN
                    ? "Content-Length must not be set for a body of files: their length is known only when they are sent."
                    : "the header " + Quoted.text(line) + " disagrees with the body of " + bodyLength + " bytes.");
        }
    }

    private static String target(String method, String url) throws RejectionException {
        for (int i = 0; i < url.length(); i++) {
            checkCharacter(url, i);
        }
        int fragment = url.indexOf('#');
        String target = fragment < 0 ? url : url.substring(0, fragment);
        if (method.equals("CONNECT")) {
            return authority(target);
        }
        if (target.startsWith("http://") || target.startsWith("https://")) {
            return absolute(method, target);
        }
        if (method.equals("OPTIONS") && target.equals("*")) {
            return target;
        }
        if (!target.startsWith("/")) {
            throw otherForm(url);
        }
        return PercentEncoding.target(DotSegments.removed(target));
    }

    private static RejectionException otherForm(String url) {
        return RejectionException.invalid("the url must begin with \"/\", \"http://\" or \"https://\" "
                + "(\"*\" for OPTIONS, \"host:port\" for CONNECT); it is " + Quoted.url(url) + ".");
    }

    /** A URL without a path means "*" with OPTIONS (RFC 9112 section 3.2.4). */
    private static String absolute(String method, String target) throws RejectionException {
        RequestUrl url = RequestUrl.parse(target);
        int authority = target.indexOf("//") + 2;
        boolean hasTarget = target.indexOf('/', authority) >= 0 || target.indexOf('?') >= 0;
        return hasTarget || !method.equals("OPTIONS") ? url.toString() : url.origin().origin();
    }

    /** The authority form consists of host and port only (RFC 9112 section 3.2.3). */
    private static String authority(String target) throws RejectionException {
        int colon = target.lastIndexOf(':');
        if (colon <= target.lastIndexOf(']') || colon == target.length() - 1 || target.indexOf('/') >= 0
                || target.indexOf('?') >= 0) {
            throw otherForm(target);
        }
        return RequestUrl.parse("http://" + target).origin().hostAndPort();
    }

    private static void checkCharacter(String url, int index) throws RejectionException {
        char c = url.charAt(index);
        if (c <= ' ' || c == 0x7F) {
            throw RejectionException
                    .invalid("the url " + Quoted.url(url)
                            + " has a space or a control character in it; write a space as %20.");
        }
        Utf8.checkPair(url, index);
    }
}
