package io.github.pollhttp.internal;

import java.util.List;
import java.util.Objects;

/**
 * A request that may be sent: everything that both backends must check has been checked.
 *
 * @param method  the method's token, such as {@code GET}
 * @param target  the request target in visible ASCII, without a fragment (RFC 9112 section 3.2)
 * @param headers the caller's header lines, each right in itself
 * @param body    the body's bytes, the caller's own array; empty for none
 */
public record OutgoingRequest(String method, String target, List<String> headers, byte[] body) {

    /**
     * Checks what a program wants to send.
     *
     * @param method  the method's token, such as {@code GET}
     * @param url     the target as the program gave it
     * @param headers the program's header lines
     * @param body    the body, empty for none
     * @return the request
     * @throws RejectionException if any of it would not arrive as the program meant it
     */
    public static OutgoingRequest of(String method, String url, List<String> headers, byte[] body)
            throws RejectionException {
        Objects.requireNonNull(body, "body");
        List<String> lines = List.copyOf(headers); // no copy of an immutable list; any other might say something else when it is written
        int lengths = 0;
        for (int i = 0; i < lines.size(); i++) { // an iterator would be an object a request, here and below
            String line = lines.get(i);
            checkHeader(line, body.length);
            lengths += HeaderLine.isNamed(line, "Content-Length") ? 1 : 0;
        }
        if (lengths > 1) {
            throw RejectionException.invalid("Content-Length is given more than once");
        }
        if (method.equals("TRACE") && body.length > 0) {
            throw RejectionException.invalid("TRACE has no body (RFC 9110 section 9.3.8)");
        }
        return new OutgoingRequest(method, target(method, url), lines, body);
    }

    /**
     * Whether the caller gave a header of this name.
     *
     * @param name the name, in any case
     * @return true if there is one
     */
    public boolean has(String name) {
        return HeaderLine.has(headers, name);
    }

    private static void checkHeader(String line, int bodyLength) throws RejectionException {
        String message = HeaderLine.rejectionMessage(line);
        if (message != null) {
            throw RejectionException.invalid(message);
        }
        if (HeaderLine.isNamed(line, "Transfer-Encoding")) {
            throw RejectionException
                    .invalid("Transfer-Encoding is not for the program to set: a body goes out with its length");
        }
        if (HeaderLine.isNamed(line, "Content-Length")
                && !HeaderLine.value(line).equals(Integer.toString(bodyLength))) {
            throw RejectionException
                    .invalid("the header \"" + line + "\" disagrees with the body of " + bodyLength + " bytes");
        }
    }

    private static String target(String method, String url) throws RejectionException {
        for (int i = 0; i < url.length(); i++) {
            checkCharacter(url, i);
        }
        int fragment = url.indexOf('#');
        String target = fragment < 0 ? url : url.substring(0, fragment);
        if (!isTarget(method, target)) {
            throw RejectionException.invalid("the url must begin with \"/\", \"http://\" or \"https://\" "
                    + "(\"*\" for OPTIONS, \"host:port\" for CONNECT); it is \"" + url + "\"");
        }
        return PercentEncoding.visibleAscii(target);
    }

    private static void checkCharacter(String url, int index) throws RejectionException {
        char c = url.charAt(index);
        if (c <= ' ' || c == 0x7F) {
            throw RejectionException
                    .invalid("the url \"" + url + "\" has a space or a control character in it; write a space as %20");
        }
        boolean pairedBefore = index > 0 && Character.isHighSurrogate(url.charAt(index - 1));
        boolean pairedBehind = index + 1 < url.length() && Character.isLowSurrogate(url.charAt(index + 1));
        if (Character.isHighSurrogate(c) && !pairedBehind || Character.isLowSurrogate(c) && !pairedBefore) {
            throw RejectionException.invalid("the url \"" + url + "\" has half a character in it");
        }
    }

    private static boolean isTarget(String method, String target) {
        if (method.equals("CONNECT")) {
            return isAuthority(target);
        }
        return target.startsWith("/") || target.startsWith("http://") || target.startsWith("https://")
                || method.equals("OPTIONS") && target.equals("*");
    }

    /** RFC 9112 section 3.2.3: host and port, nothing else. */
    private static boolean isAuthority(String target) {
        int colon = target.lastIndexOf(':');
        return colon > 0 && Decimal.parse(target, colon + 1, target.length(), 0) != Decimal.NONE
                && target.indexOf('/') < 0 && target.indexOf('?') < 0
                && target.indexOf('@') < 0;
    }
}
