package io.github.pollhttp.internal;

import org.jspecify.annotations.Nullable;

/**
 * An absolute http or https URL. It resolves references (RFC 3986 section 5.2). The fragment is left out, because it is never sent. Immutable.
 *
 * <p>
 * No record, because a browser has the text of a URL already. There, a subclass returns it, so that TeaVM leaves out the code that makes it.
 */
public class RequestUrl {
    private final Endpoint origin;
    private final String target;

    /**
     * Creates a URL of valid parts.
     *
     * @param origin see {@link #origin()}
     * @param target see {@link #target()}
     */
    public RequestUrl(Endpoint origin, String target) {
        this.origin = origin;
        this.target = target;
    }

    /**
     * Returns the origin.
     *
     * @return scheme, host and port; the host in lower case, so that equal origins are equal objects
     */
    public final Endpoint origin() {
        return origin;
    }

    /**
     * Returns path and query.
     *
     * @return percent-encoded text; the path without dot segments. So both platforms request the same one, and equal targets are equal strings, for
     *         example in the cookie jar
     */
    public final String target() {
        return target;
    }

    /**
     * Parses a URL.
     *
     * @param url an absolute URL
     * @return the parsed URL
     * @throws RejectionException if it is not a valid http or https URL, or contains a user or password
     */
    public static RequestUrl parse(String url) throws RejectionException {
        boolean tls = Ascii.startsWith(url, "https://");
        if (!tls && !Ascii.startsWith(url, "http://")) {
            throw RejectionException
                    .invalid("the url must begin with http:// or https://; it is " + Quoted.url(url) + ".");
        }
        checkCharacters(url);
        String rest = withoutFragment(url.substring(tls ? 8 : 7));
        int end = endOfAuthority(rest);
        return new RequestUrl(origin(tls, rest.substring(0, end)), target(rest.substring(end)));
    }

    /**
     * Whether a URL begins with http:// or https://, so that it needs no base.
     *
     * @param url any text
     * @return true if it is absolute
     */
    public static boolean isAbsolute(String url) {
        return Ascii.startsWith(url, "http://") || Ascii.startsWith(url, "https://");
    }

    /**
     * Parses a URL that may be relative.
     *
     * @param url  an absolute URL, or a reference such as {@code levels/1.json}
     * @param base the URL to resolve it against, or null if there is none
     * @return the parsed URL
     * @throws RejectionException if the result is not a valid http or https URL, or if a reference has no base
     */
    public static RequestUrl parse(String url, @Nullable String base) throws RejectionException {
        if (isAbsolute(url)) {
            return parse(url);
        }
        if (base == null) {
            throw RejectionException.invalid(
                    "the url must begin with http:// or https://, or setBaseUrl must tell what it is relative to; it is "
                            + Quoted.url(url) + ".");
        }
        return parse(base).resolve(url);
    }

    private static void checkCharacters(String url) throws RejectionException {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c <= ' ' || c == 0x7F || c == '\\') { // browsers read a backslash as a slash, RFC 3986 forbids it
                throw RejectionException.invalid("the url " + Quoted.url(url)
                        + " has a space, a control character or a backslash in it; write them as %20, %5C.");
            }
            Utf8.checkPair(url, i);
        }
    }

    private static String withoutFragment(String reference) {
        int fragment = reference.indexOf('#');
        return fragment < 0 ? reference : reference.substring(0, fragment);
    }

    private static int endOfAuthority(String rest) {
        int end = 0;
        while (end < rest.length() && rest.charAt(end) != '/' && rest.charAt(end) != '?') {
            end++;
        }
        return end;
    }

    private static Endpoint origin(boolean tls, String authority) throws RejectionException {
        if (authority.indexOf('@') >= 0) {
            throw RejectionException.invalid("the url has a user or password in it, which browsers reject; "
                    + "send them in an Authorization header.");
        }
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        String given = hasPort ? authority.substring(0, colon) : authority;
        boolean bracketed = given.startsWith("[");
        String host = bracketed ? given : PercentEncoding.decoded(given);
        if (host.indexOf(':') >= 0 && !bracketed) { // connectToHost accepts it, because there the port has its own argument
            throw RejectionException.invalid("the url's host " + Quoted.url(host)
                    + " has a colon in it; write an IPv6 address in brackets, as in http://[::1]:80/.");
        }
        int port = hasPort ? port(authority.substring(colon + 1)) : -1;
        return Endpoint.of((tls ? "https://" : "http://") + Ascii.lower(host), port, tls);
    }

    private static int port(String digits) throws RejectionException {
        if (digits.isEmpty()) {
            return -1; // RFC 3986 section 3.2.3: an empty port is the default port
        }
        long port = Decimal.parse(digits, 65536);
        if (port < 1 || port > 65535) {
            throw RejectionException.invalid("the url's port is not a number from 1 to 65535.");
        }
        return (int) port;
    }

    private static String target(String pathAndQuery) {
        String target = pathAndQuery.startsWith("/") ? pathAndQuery : "/" + pathAndQuery;
        return PercentEncoding.target(DotSegments.removed(target));
    }

    /**
     * Resolves a reference against this URL, as browsers do (URL Standard): a tab or line end in it is removed, a backslash in the path is a slash, and
     * {@code http:/end} is relative if this URL is http, too. An empty host is rejected (RFC 9110 section 4.2.1), although browsers take the
     * first segment of the path for it.
     *
     * @param reference the value of a Location field
     * @throws RejectionException if it does not lead to a valid http or https URL
     */
    RequestUrl resolve(String reference) throws RejectionException {
        String text = withoutFragment(BrowserReference.normalized(reference));
        String scheme = origin.tls() ? "https:" : "http:";
        if (Ascii.startsWith(text, scheme) && !text.startsWith("//", scheme.length())) {
            text = text.substring(scheme.length());
        } else if (hasScheme(text)) {
            return parse(text);
        }
        if (text.startsWith("//")) {
            return parse(scheme + text);
        }
        if (text.isEmpty()) {
            return this;
        }
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return switch (text.charAt(0)) {
            case '/' -> new RequestUrl(origin, target(text));
            case '?' -> new RequestUrl(origin, target(path + text));
            default -> new RequestUrl(origin, target(path.substring(0, path.lastIndexOf('/') + 1) + text));
        };
    }

    /** RFC 3986 section 3.1. A colon after a slash or another character that no scheme has belongs to the path. */
    private static boolean hasScheme(String reference) {
        for (int i = 0; i < reference.length(); i++) {
            char c = Ascii.lower(reference.charAt(i));
            if (c == ':') {
                return i > 0;
            }
            boolean letter = c >= 'a' && c <= 'z';
            boolean later = Decimal.isDigit(c) || c == '+' || c == '-' || c == '.';
            if (!letter && (i == 0 || !later)) {
                return false;
            }
        }
        return false;
    }

    /**
     * Returns the URL for a message.
     *
     * @return the URL in quotation marks, without its query
     */
    public String quoted() {
        return Quoted.url(toString());
    }

    @Override
    public String toString() {
        return origin.origin() + target;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof RequestUrl that && origin.equals(that.origin) && target.equals(that.target);
    }

    @Override
    public final int hashCode() {
        return 31 * origin.hashCode() + target.hashCode();
    }
}
