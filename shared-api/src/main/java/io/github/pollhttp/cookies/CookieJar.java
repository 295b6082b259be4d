package io.github.pollhttp.cookies;

import java.util.List;

import io.github.pollhttp.request.HTTPRequest;

/**
 * Keeps the cookies that servers set, and gives them back to those that may have them (RFC 6265 as revised by draft-ietf-httpbis-rfc6265bis).
 *
 * <pre>{@code
 * CookieJar jar = CookieJar.create();
 * http.setCookieJar(jar);
 * }</pre>
 *
 * <p>
 * On the JVM one jar serves any number of requests, on any threads, across redirects. In the browser {@link HTTPRequest#setCookieJar} has no
 * effect: the browser has its own jar, which no program can read, and which is used by the page's own rules. A program may bring a jar of its
 * own by implementing this interface.
 *
 * <p>
 * <b>Kept and not applied</b> are {@code SameSite} (every request is the program's own, so that there is no other site it could come from) and
 * {@code HttpOnly} (there are no scripts). A {@code Secure} cookie is set and sent over https alone, localhost included.
 *
 * <p>
 * <b>Limits.</b> 4096 bytes of name and value, 1024 of each attribute's value, 50 cookies a domain, 3000 in all, 400 days. Where there are too many, those
 * that were not used for the longest time go.
 */
public interface CookieJar {

    /**
     * Makes an empty jar in memory.
     *
     * @return a jar with {@link PublicSuffixes#COMMON}
     */
    static CookieJar create() {
        return create(PublicSuffixes.COMMON);
    }

    /**
     * Makes an empty jar in memory.
     *
     * @param publicSuffixes the domains that no cookie may be set for
     * @return the jar
     */
    static CookieJar create(PublicSuffixes publicSuffixes) {
        return new MemoryCookieJar(publicSuffixes, System::currentTimeMillis);
    }

    /**
     * Takes what a response sets. What cannot be taken is passed over in silence, as the RFC wants it: a cookie without name and value, one for
     * another domain or for a public suffix, a Secure one over http, one whose prefix ({@code __Secure-}, {@code __Host-}) is not deserved.
     *
     * @param url        the absolute URL of the request
     * @param setCookies the values of the response's {@code Set-Cookie} fields, in order
     */
    void store(String url, List<String> setCookies);

    /**
     * The cookies for a request.
     *
     * @param url the absolute URL of the request
     * @return the value of the {@code Cookie} field, longest path first; empty for none
     */
    String cookiesFor(String url);

    /**
     * Every cookie that has not expired, to be stored by the program.
     *
     * @return a copy, in the order in which they were created
     */
    List<Cookie> cookies();

    /**
     * Puts a cookie in, as {@link #cookies()} gave it, without asking whether a server may set it. One of the same name, domain and path goes.
     *
     * @param cookie the cookie
     */
    void add(Cookie cookie);

    /** Empties the jar. */
    void clear();
}
