package io.github.pollhttp.cookies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.Utf8;

/**
 * Fuzzes the cookie jar with Jazzer. The first byte of an input chooses the URL of the server, the rest are its {@code Set-Cookie} values, one a line.
 * A normal build runs the seeds. CONTRIBUTING.md tells how to fuzz.
 */
class SetCookieFuzzTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final long LONGEST = 400L * 86_400_000;
    private static final List<String> SERVERS = List.of("https://www.example.com/shop/cart?q=1",
            "http://www.example.com/",
            "https://example.co.uk/a/", "http://192.0.2.1/", "https://[2001:db8::1]/x", "http://localhost/");
    private static final List<String> FOREIGN = List.of("https://example.org/shop/cart/",
            "https://xwww.example.com.evil.net/",
            "https://xexample.com/shop/cart", "https://com/", "https://co.uk/", "https://other.co.uk/a/",
            "https://192.0.2.10/", "https://1.192.0.2.1.example/", "https://[2001:db8::2]/x", "https://notlocalhost/");

    @FuzzTest(maxDuration = "10m")
    void cookieStaysWithinItsHostAndSurvivesStoring(byte[] input) {
        if (input.length < 2) {
            return;
        }
        String url = SERVERS.get((input[0] & 0xFF) % SERVERS.size());
        // Both decodings of a field: UTF-8, and one character for each byte.
        check(url, Utf8.decode(input, 1, input.length - 1));
        check(url, new String(input, 1, input.length - 1, StandardCharsets.ISO_8859_1));
    }

    private static MemoryCookieJar jar() {
        return new MemoryCookieJar(PublicSuffixes.COMMON, () -> NOW);
    }

    private static void check(String url, String values) {
        MemoryCookieJar jar = jar();
        jar.store(url, List.of(values.split("\n", 100)));
        for (String foreign : FOREIGN) {
            assertEquals("", jar.cookiesFor(foreign), foreign);
        }
        String header = jar.cookiesFor(url);
        assertNull(HeaderLine.rejectionMessage("Cookie: " + header));
        MemoryCookieJar printed = jar();
        MemoryCookieJar saved = jar();
        for (Cookie each : jar.cookies()) {
            checkCookie(url, each);
            printed.store(url, List.of(print(each)));
            saved.add(each);
        }
        assertEquals(jar.cookies(), printed.cookies());
        assertEquals(header, printed.cookiesFor(url));
        assertEquals(jar.cookies(), saved.cookies());
        assertEquals(header, saved.cookiesFor(url));
    }

    private static void checkCookie(String url, Cookie cookie) {
        String host = url.substring(url.indexOf("//") + 2, url.indexOf('/', 8)).replace("[", "").replace("]", "");
        assertTrue(host.equals(cookie.domain()) || !cookie.hostOnly() && host.endsWith("." + cookie.domain()),
                cookie.domain());
        assertTrue(cookie.hostOnly() || !PublicSuffixes.COMMON.isPublicSuffix(cookie.domain()), cookie.domain());
        assertTrue(cookie.expires() == Cookie.SESSION || cookie.expires() > NOW && cookie.expires() <= NOW + LONGEST);
        assertFalse(cookie.secure() && url.startsWith("http:"));
        assertTrue(cookie.name().length() + cookie.value().length() <= 4096);
    }

    /** The header field with which a server sets the same cookie. */
    private static String print(Cookie cookie) {
        String lifetime = cookie.expires() == Cookie.SESSION ? "" : "; Max-Age=" + (cookie.expires() - NOW) / 1000;
        return cookie.name() + "=" + cookie.value() + (cookie.hostOnly() ? "" : "; Domain=" + cookie.domain())
                + "; Path="
                + cookie.path() + lifetime + (cookie.secure() ? "; Secure" : "")
                + (cookie.httpOnly() ? "; HttpOnly" : "")
                + "; SameSite=" + cookie.sameSite();
    }
}
