package io.github.pollhttp.cookies;

import java.util.List;

import io.github.pollhttp.request.HTTPRequest;

/**
 * Stores the cookies that servers set, and returns those that belong to a request (RFC 6265 as revised by draft-ietf-httpbis-rfc6265bis).
 *
 * <pre>{@code
 * HTTPRequest http = HTTPRequest.create();
 * http.setCookieJar(CookieJar.create());
 * }</pre>
 *
 * <p>
 * On the JVM any number of requests can share a jar, on any threads. In the browser {@link HTTPRequest#setCookieJar} has no effect, because the browser
 * manages cookies in a store of its own. A program can implement this interface to use a jar of its own; such a jar must be thread-safe if requests
 * use {@linkplain HTTPRequest#setUseThreads threads}.
 *
 * <p>
 * <b>Attributes.</b> {@code SameSite} is stored but has no effect, because all requests come from the program and not from other sites.
 * {@code HttpOnly} is stored but has no effect, because there are no scripts. A {@code Secure} cookie is set and sent only over https, even on
 * localhost.
 *
 * <p>
 * <b>Limits.</b> A cookie with a name and value of more than 4096 bytes is ignored, and so is an attribute whose value is longer than 1024 characters. A
 * cookie expires after 400 days at the latest. A jar holds up to 50 cookies per domain and 3000 in total. When there are more, it removes the least
 * recently used ones, and within a domain those that are not {@code Secure} first.
 */
public interface CookieJar {

    /**
     * Creates an empty jar in memory that uses {@link PublicSuffixes#COMMON}.
     *
     * @return the jar
     */
    static CookieJar create() {
        return create(PublicSuffixes.COMMON);
    }

    /**
     * Creates an empty jar in memory.
     *
     * @param publicSuffixes the domains for which servers cannot set cookies
     * @return the jar
     */
    static CookieJar create(PublicSuffixes publicSuffixes) {
        return new MemoryCookieJar(publicSuffixes, System::currentTimeMillis);
    }

    /**
     * Stores the cookies of a response. As the RFC requires, a cookie that is not allowed is ignored without an error: a cookie without name and value, a
     * cookie for another domain or for a public suffix, a {@code Secure} cookie over http, a cookie over http that would hide a {@code Secure} one, a
     * {@code SameSite=None} cookie that is not {@code Secure}, and a cookie that does not meet the rules of its name prefix ({@code __Secure-} or
     * {@code __Host-}).
     *
     * @param url        the absolute URL of the request
     * @param setCookies the values of the {@code Set-Cookie} headers of the response, in order; a byte that is not UTF-8 is a character from U+DC80 to
     *                   U+DCFF, and is sent back as that byte
     */
    void store(String url, List<String> setCookies);

    /**
     * Returns the cookies for a request.
     *
     * @param url the absolute URL of the request
     * @return the value of the {@code Cookie} header, with the cookies of the longest paths first; empty if there are no cookies for this URL
     */
    String cookiesFor(String url);

    /**
     * Returns all cookies that have not expired, so that the program can save them.
     *
     * @return a copy, in the order in which the cookies were created
     */
    List<Cookie> cookies();

    /**
     * Adds a cookie that the program has saved, without checking whether a server could set it. It replaces a cookie with the same name, domain,
     * host-only flag and path.
     *
     * @param cookie a cookie from {@link #cookies()}
     */
    void add(Cookie cookie);

    /** Removes all cookies. */
    void clear();
}
