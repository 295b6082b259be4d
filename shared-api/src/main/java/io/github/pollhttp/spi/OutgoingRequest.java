package io.github.pollhttp.spi;

import java.util.List;
import java.util.Objects;

import io.github.pollhttp.HTTPClient.Method;

/**
 * A request that may be sent: everything that both backends must check has been checked.
 *
 * @param method  the method
 * @param target  the request target in visible ASCII, without a fragment (RFC 9112 section 3.2)
 * @param headers the caller's header lines, each right in itself
 * @param body    the body's bytes, the caller's own array; empty for none
 */
public record OutgoingRequest(Method method, String target, List<String> headers, byte[] body) {

    /**
     * Checks what a program wants to send.
     *
     * @param method  the method
     * @param url     the target as the program gave it
     * @param headers the program's header lines
     * @param body    the body, empty for none
     * @return the request
     * @throws Refusal if any of it would not arrive as the program meant it
     */
    public static OutgoingRequest of(Method method, String url, List<String> headers, byte[] body) throws Refusal {
        List<String> lines = List.copyOf(headers);
        for (String line : lines) {
            checkHeader(line, body.length);
        }
        if (method == Method.METHOD_TRACE && body.length > 0) {
            throw Refusal.invalid("TRACE has no body (RFC 9110 section 9.3.8)");
        }
        return new OutgoingRequest(Objects.requireNonNull(method), target(method, url), lines, body);
    }

    /**
     * Whether the caller gave a header of this name.
     *
     * @param name the name, in any case
     * @return true if there is one
     */
    public boolean has(String name) {
        for (String line : headers) {
            if (HeaderLine.isNamed(line, name)) {
                return true;
            }
        }
        return false;
    }

    private static void checkHeader(String line, int bodyLength) throws Refusal {
        String fault = HeaderLine.faultOf(line);
        if (fault != null) {
            throw Refusal.invalid(fault);
        }
        if (HeaderLine.isNamed(line, "Transfer-Encoding")) {
            throw Refusal.invalid("Transfer-Encoding is not for the program to set: a body goes out with its length");
        }
        if (HeaderLine.isNamed(line, "Content-Length")
                && !HeaderLine.value(line).equals(Integer.toString(bodyLength))) {
            throw Refusal.invalid("the header \"" + line + "\" disagrees with the body of " + bodyLength + " bytes");
        }
    }

    private static String target(Method method, String url) throws Refusal {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c <= ' ' || c == 0x7F) {
                throw Refusal.invalid(
                        "the url \"" + url + "\" has a space or a control character in it; write a space as %20");
            }
        }
        if (!isTarget(method, url)) {
            throw Refusal.invalid("the url must begin with \"/\", \"http://\" or \"https://\" "
                    + "(\"*\" for OPTIONS, \"host:port\" for CONNECT); it is \"" + url + "\"");
        }
        int fragment = url.indexOf('#');
        return PercentEncoding.visibleAscii(fragment < 0 ? url : url.substring(0, fragment));
    }

    private static boolean isTarget(Method method, String url) {
        if (method == Method.METHOD_CONNECT) {
            int colon = url.lastIndexOf(':');
            return colon > 0 && colon < url.length() - 1 && url.indexOf('/') < 0;
        }
        return url.startsWith("/") || url.startsWith("http://") || url.startsWith("https://")
                || method == Method.METHOD_OPTIONS && url.equals("*");
    }
}
