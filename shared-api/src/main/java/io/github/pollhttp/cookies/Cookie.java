package io.github.pollhttp.cookies;

import java.util.Objects;

/**
 * A cookie as a {@link CookieJar} keeps it (RFC 6265bis section 5.7).
 *
 * @param name     its name, which may be empty
 * @param value    its value
 * @param domain   the host that set it, or the domain that it is for; small letters, no dot at its beginning
 * @param hostOnly whether it is for that very host, and not for those below it
 * @param path     the path that it is for, with those below it; begins with a slash
 * @param expires  milliseconds since 1970; {@link #SESSION} for one that lasts as long as its jar
 * @param secure   whether it is for https alone
 * @param httpOnly whether a browser's scripts may not see it
 * @param sameSite {@code Strict}, {@code Lax}, {@code None}, or {@code Default} if the server did not say it
 */
public record Cookie(String name, String value, String domain, boolean hostOnly, String path, long expires,
        boolean secure, boolean httpOnly, String sameSite) {
    /** Never expires by itself. */
    public static final long SESSION = Long.MAX_VALUE;

    /**
     * Makes a cookie.
     *
     * @param name     the name, which may be empty
     * @param value    the value
     * @param domain   the host that set the cookie, or the domain that it is for, in lower case, without a dot at its beginning
     * @param hostOnly true if only that very host gets the cookie, false if hosts below it do, too
     * @param path     the path that the cookie is for, with all paths below it; begins with a slash
     * @param expires  milliseconds since 1970, or {@link #SESSION} for a cookie that lasts as long as its jar
     * @param secure   true if only https requests carry the cookie
     * @param httpOnly true if a browser hides the cookie from scripts
     * @param sameSite {@code Strict}, {@code Lax}, {@code None}, or {@code Default} if the server did not say
     * @throws IllegalArgumentException if name or value have a control character or a semicolon, the name an equals sign, or the path no slash
     */
    public Cookie {
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(sameSite, "sameSite");
        if (!isText(name) || !isText(value) || name.indexOf('=') >= 0) {
            throw new IllegalArgumentException("a cookie's name and value have no control character and no semicolon");
        }
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a cookie's path begins with a slash");
        }
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
