package io.github.pollhttp.cookies;

import java.util.Objects;

import io.github.pollhttp.internal.Quoted;

/**
 * A cookie in a {@link CookieJar} (RFC 6265bis section 5.7).
 *
 * @param name     the name, which can be empty
 * @param value    the value; a byte that is not UTF-8 is a character from U+DC80 to U+DCFF, half a surrogate pair, which UTF-8 cannot encode. A program
 *                 that saves the cookie has to escape it
 * @param domain   the host that set the cookie, or the domain that the server chose; in lower case, without a leading dot
 * @param hostOnly true if the cookie is sent only to the host {@code domain}; false if it is also sent to the subdomains
 * @param path     the cookie is sent with requests to this path and below it; begins with a slash
 * @param expires  when the cookie expires, in milliseconds since 1970; {@link #SESSION} if it lasts as long as the jar
 * @param secure   whether the cookie is sent only over https
 * @param httpOnly whether scripts of a web page cannot read the cookie
 * @param sameSite {@code Strict}, {@code Lax} or {@code None}; {@code Default} if the server did not choose one
 */
public record Cookie(String name, String value, String domain, boolean hostOnly, String path, long expires,
        boolean secure, boolean httpOnly, String sameSite) {
    /** The value of {@link #expires()} for a cookie without an expiry time. */
    public static final long SESSION = Long.MAX_VALUE;

    /**
     * Creates a cookie.
     *
     * @param name     the name, which may be empty
     * @param value    the value
     * @param domain   the host that set the cookie, or the domain that it is for, in lower case, without a dot at its beginning
     * @param hostOnly true if the cookie is sent only to the host {@code domain}; false if it is also sent to the subdomains
     * @param path     the cookie is sent with requests to this path and below it; begins with a slash
     * @param expires  milliseconds since 1970, or {@link #SESSION} for a cookie that lasts as long as its jar
     * @param secure   whether the cookie is sent only over https
     * @param httpOnly whether scripts of a web page cannot read the cookie
     * @param sameSite {@code Strict}, {@code Lax} or {@code None}; {@code Default} if the server did not choose one
     * @throws IllegalArgumentException if the name or the value has a control character other than a tab, or a semicolon; if the name has an equals
     *                                  sign; or if the path does not begin with a slash
     */
    public Cookie {
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(sameSite, "sameSite");
        if (!isText(name) || !isText(value) || name.indexOf('=') >= 0) {
            throw new IllegalArgumentException(
                    "The name or the value of the cookie has a control character or a semicolon, or the name has an equals sign. "
                            + "Encode them, for example as %3B and %3D.");
        }
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("The path of the cookie does not begin with a slash.");
        }
    }

    /**
     * Returns the cookie for a log.
     *
     * @return the cookie without its value, which is often a secret
     */
    @Override
    public String toString() {
        return "Cookie " + Quoted.text(name) + " for " + Quoted.text(domain) + ", path " + Quoted.url(path);
    }

    private static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7F || c == ';') {
                return false;
            }
        }
        return true;
    }
}
