package io.github.pollhttp.cookies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryCookieJarTest {
    private static final long DAY = 86_400_000;
    private static final String SITE = "https://www.example.com/a/b?q";

    private long now = 1_700_000_000_000L;
    private final MemoryCookieJar jar = new MemoryCookieJar(PublicSuffixes.COMMON, () -> now);

    private void set(String url, String... lines) {
        jar.store(url, List.of(lines));
    }

    /** What SITE sets, and what a URL gets of it. */
    private String after(String line, String url) {
        set(SITE, line);
        return jar.cookiesFor(url);
    }

    // Whose

    @ParameterizedTest
    @CsvSource({"https://www.example.com/, a=1", "http://www.example.com/, a=1", "https://WWW.EXAMPLE.COM/, a=1",
            "https://www.example.com:8443/, a=1", "https://example.com/,''", "https://x.www.example.com/,''",
            "https://wwwxexample.com/,''"})
    void withoutADomainItIsForThatHostAlone(String url, String expected) {
        assertEquals(expected, after("a=1; Path=/", url));
    }

    @ParameterizedTest
    @CsvSource({"https://example.com/, a=1", "https://www.example.com/, a=1", "https://x.y.example.com/, a=1",
            "https://notexample.com/,''", "https://example.com.evil.net/,''"})
    void withADomainItIsForAllBelowIt(String url, String expected) {
        assertEquals(expected, after("a=1; Path=/; Domain=.Example.COM", url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Domain=com", "Domain=other.com", "Domain=x.www.example.com", "Domain=ample.com",
            "Domain=com.", "Domain=example.com.", "Domain=..example.com", "Domain=exämple.com"})
    void domainOfAnotherServerIsRejected(String attribute) {
        assertEquals("", after("a=1; Path=/; " + attribute, SITE));
        assertEquals(List.of(), jar.cookies());
    }

    /** RFC 6265 section 5.1.4 compares paths as they are sent. */
    @ParameterizedTest
    @CsvSource({"/\u00E9/login, /%C3%A9/home", "/%C3%A9/login, /\u00E9/home", "/{a}/login, /%7Ba%7D/x",
            "/%7Ba%7D/login, /{a}/x", "/a|b/login, /a%7Cb/"})
    void spellingsOfOnePathShareTheirCookies(String from, String to) {
        set("http://example.com" + from, "s=1");
        assertEquals("s=1", jar.cookiesFor("http://example.com" + to));
    }

    @Test
    void pathOfACookieMatchesThePercentEncodedPath() {
        set(SITE, "s=1; Path=/%7Ba%7D");
        assertEquals("s=1", jar.cookiesFor("https://www.example.com/{a}/x"));
        assertEquals("s=1", jar.cookiesFor("https://www.example.com/%7Ba%7D"));
    }

    @Test
    void aHostWithADotAtItsEndCannotSetACookieForAll() {
        set("https://evil.com./", "a=1; Path=/; Domain=com.");
        assertEquals("", jar.cookiesFor("https://bank.com./"));
    }

    @Test
    void aPublicSuffixMayKeepACookieForItself() {
        set("https://co.uk/", "a=1; Domain=co.uk");
        assertEquals("a=1", jar.cookiesFor("https://co.uk/"));
        assertEquals("", jar.cookiesFor("https://bank.co.uk/"));
        set("https://evil.co.uk/", "b=1; Domain=co.uk");
        assertEquals("", jar.cookiesFor("https://evil.co.uk/"));
    }

    @Test
    void anAddressHasNothingBelowIt() {
        set("http://127.0.0.1/", "a=1; Domain=0.0.1", "b=1; Domain=127.0.0.1", "c=1");
        assertEquals("b=1; c=1", jar.cookiesFor("http://127.0.0.1/"));
        set("http://[::1]:8080/", "d=1");
        assertEquals("d=1", jar.cookiesFor("http://[::1]/"));
    }

    @ParameterizedTest
    @CsvSource({"/a, /a, true", "/a, /a/b, true", "/a, /ab, false", "/a/, /a, false", "/a/, /a/b, true", "/, /x, true",
            "/a, /A, false", "x, /a, true", "x, /a/c, true", "'', /b, false"})
    void aPathIsForAllBelowIt(String path, String asked, boolean given) {
        assertEquals(given ? "a=1" : "", after("a=1; Path=" + path, "https://www.example.com" + asked));
    }

    @Test
    void withoutAPathItIsForTheFolder() {
        set("https://h.net/x/y/z", "a=1");
        set("https://h.net/x", "b=1");
        assertEquals("a=1; b=1", jar.cookiesFor("https://h.net/x/y"));
        assertEquals("b=1", jar.cookiesFor("https://h.net/x"));
    }

    // Security

    @Test
    void aSecureOneNeedsHttpsBothWays() {
        assertEquals("", after("a=1; Secure; Path=/", "http://www.example.com/"));
        assertEquals("a=1", jar.cookiesFor("https://www.example.com/"));
        set("http://www.example.com/", "b=1; Secure");
        assertEquals("a=1", jar.cookiesFor("https://www.example.com/"));
    }

    @Test
    void overHttpNobodyTakesThePlaceOfASecureOne() {
        set("https://example.com/", "a=1; Secure; Path=/; Domain=example.com");
        set("http://www.example.com/", "a=2", "a=3; Path=/deep", "a=4; Domain=example.com; Path=/", "b=2");
        assertEquals("a=1; b=2", jar.cookiesFor("https://www.example.com/deep"));
        set("https://www.example.com/", "a=5; Path=/");
        assertEquals("a=1; b=2; a=5", jar.cookiesFor("https://www.example.com/deep"));
    }

    @ParameterizedTest
    @CsvSource({"__Secure-a=1; Secure, true", "__Secure-a=1, false", "__secure-a=1, false",
            "__Host-a=1; Secure; Path=/, true", "__Host-a=1; Path=/, false", "__Host-a=1; Secure, false",
            "__HOST-a=1; Secure; Path=/x, false", "__Host-a=1; Secure; Path=/; Domain=example.com, false",
            "__Host-a, false", "=__Secure-a=1; Secure, false", "__Hos-a=1, true"})
    void aPrefixMustBeDeserved(String line, boolean taken) {
        set(SITE, line);
        assertEquals(taken ? 1 : 0, jar.cookies().size());
    }

    @Test
    void sameSiteAndHttpOnlyAreKept() {
        set(SITE, "a=1; SameSite=sTRICT; HttpOnly", "b=1; SameSite=None", "c=1; SameSite=None; Secure",
                "d=1; SameSite=x");
        assertEquals(List.of("a Strict true", "c None false", "d Default false"),
                jar.cookies().stream().map(each -> each.name() + " " + each.sameSite() + " " + each.httpOnly())
                        .toList());
    }

    // Lines

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a=1|a=1", " a = 1 ; x|a=1", "a=b=c|a=b=c", "a|a", "=a|a", "a=|a=",
            "a=\"x y\"|a=\"x y\"", "a=1;|a=1", "a=1; Max-Age=x|a=1", "a=1; Max-Age=|a=1", "a=1; Max-Age=-|a=1",
            "a=1; Expires=never|a=1", "a=1; =; ;;|a=1", "=|''", "''|''", ";a=1|''"})
    void aLineIsTakenApart(String line, String expected) {
        assertEquals(expected, after(line, SITE));
    }

    @Test
    void controlCharactersAreRejected() {
        set(SITE, "a=1\n", "b=\0", "c=1; Path=/\r", "d=\u007F", "e=\t1");
        assertEquals("e=1", jar.cookiesFor(SITE));
    }

    @Test
    void whatIsTooLargeIsLeftOut() {
        set(SITE, "a=" + "x".repeat(4095), "b=" + "x".repeat(4096), "c=" + "ä".repeat(2048),
                "d=1; Path=/" + "x".repeat(1024));
        assertEquals(List.of("a", "d"), jar.cookies().stream().map(Cookie::name).toList());
        assertEquals("/a", jar.cookies().get(1).path());
    }

    // Time

    @Test
    void expiredOnesGo() {
        set(SITE, "a=1; Max-Age=10", "b=1; Expires=Wed, 15 Nov 2023 00:00:00 GMT", "c=1");
        assertEquals("a=1; b=1; c=1", jar.cookiesFor(SITE));
        now += 10_000;
        assertEquals("b=1; c=1", jar.cookiesFor(SITE));
        now += DAY;
        assertEquals("c=1", jar.cookiesFor(SITE));
        assertEquals(1, jar.cookies().size());
    }

    @Test
    void maxAgeWinsOverExpires() {
        set(SITE, "a=1; Max-Age=10; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
                "b=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=10",
                "c=1; Max-Age=0; Expires=Fri, 01 Jan 2100 00:00:00 GMT",
                "d=1; Max-Age=-1");
        assertEquals("a=1; b=1", jar.cookiesFor(SITE));
    }

    @Test
    void aServerTakesItsCookieBack() {
        set(SITE, "a=1; Path=/", "b=1; Path=/");
        set(SITE, "a=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
        assertEquals("b=1", jar.cookiesFor(SITE));
    }

    @Test
    void nothingLivesForMoreThanFourHundredDays() {
        set(SITE, "a=1; Max-Age=99999999999999999999", "b=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT");
        for (Cookie each : jar.cookies()) {
            assertEquals(now + 400 * DAY, each.expires());
        }
    }

    // Many

    @Test
    void theLongestPathComesFirstAndThenTheOldest() {
        set(SITE, "a=1; Path=/", "b=1; Path=/a/b", "c=1; Path=/a", "d=1; Path=/");
        set(SITE, "a=2; Path=/");
        assertEquals("b=1; c=1; a=2; d=1", jar.cookiesFor(SITE));
    }

    @Test
    void aDomainHasFiftyAndTheOneUsedLastStays() {
        for (int i = 0; i < MemoryCookieJar.MAX_PER_DOMAIN; i++) {
            set(SITE, "n" + i + "=1; Path=/p" + i);
        }
        jar.cookiesFor("https://www.example.com/p0");
        set(SITE, "more=1", "evenMore=1");
        List<String> names = jar.cookies().stream().map(Cookie::name).toList();
        assertEquals(MemoryCookieJar.MAX_PER_DOMAIN, names.size());
        assertTrue(names.containsAll(List.of("n0", "n3", "more", "evenMore")), names.toString());
    }

    @Test
    void whoIsSecureStaysLongerThanWhoIsNot() {
        set(SITE, "s=1; Secure");
        for (int i = 0; i < 60; i++) {
            set(SITE, "n" + i + "=1");
        }
        assertTrue(jar.cookiesFor(SITE).startsWith("s=1; "));
    }

    @Test
    void thereAreThreeThousandInAll() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add("n" + i + "=1");
        }
        for (int host = 0; host < 80; host++) {
            jar.store("https://h" + host + ".net/", lines);
        }
        assertEquals(MemoryCookieJar.MAX_IN_TOTAL, jar.cookies().size());
        assertEquals("", jar.cookiesFor("https://h0.net/"));
        assertEquals(40, jar.cookiesFor("https://h79.net/").split("; ").length);
    }

    @Test
    void aProgramKeepsThemForTomorrow() {
        set(SITE, "a=1; Path=/; Domain=example.com; Secure; HttpOnly; Max-Age=60", "b=2");
        MemoryCookieJar tomorrow = new MemoryCookieJar(PublicSuffixes.COMMON, () -> now);
        jar.cookies().forEach(tomorrow::add);
        assertEquals(jar.cookies(), tomorrow.cookies());
        assertEquals("b=2; a=1", tomorrow.cookiesFor(SITE));
        tomorrow.clear();
        assertEquals("", tomorrow.cookiesFor(SITE));
    }

    @Test
    void aCookieOfTheProgramsOwnCannotBreakALine() {
        for (String bad : List.of("a;b", "a\r\nX: y", "a\0")) {
            assertThrows(IllegalArgumentException.class,
                    () -> new Cookie("n", bad, "h.net", true, "/", Cookie.SESSION, false, false, "Lax"));
        }
        assertThrows(IllegalArgumentException.class, () -> jar.cookiesFor("no url"), "no url");
    }
}
