package io.github.pollhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.HTTPClient.Method.METHOD_CONNECT;
import static io.github.pollhttp.HTTPClient.Method.METHOD_GET;
import static io.github.pollhttp.HTTPClient.Method.METHOD_OPTIONS;
import static io.github.pollhttp.HTTPClient.Method.METHOD_POST;
import static io.github.pollhttp.HTTPClient.Method.METHOD_TRACE;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.HTTPClient.Method;

/** Which requests are accepted (D8), and which method, target and headers are sent for them. */
class OutgoingRequestTest {

    private static String target(Method method, String url) throws RejectionException {
        return OutgoingRequest.of(method.token(), url, List.of(), 0).target();
    }

    private static OutgoingRequest withHeaders(int bodyLength, String... headers) throws RejectionException {
        return OutgoingRequest.of("POST", "/", List.of(headers), bodyLength);
    }

    private static String rejectionOf(Method method, String url, int bodyLength, String... headers) {
        RejectionException rejection = assertThrows(RejectionException.class,
                () -> OutgoingRequest.of(method.token(), url, List.of(headers), bodyLength));
        assertFalse(rejection.isUnavailable());
        return rejection.getMessage();
    }

    // Targets

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "METHOD_CONNECT")
    void aPathAndAnAbsoluteUrlAreTargetsOfEveryMethodButConnect(Method method) throws RejectionException {
        assertEquals("/", target(method, "/"));
        assertEquals("/a/b?c=d&e", target(method, "/a/b?c=d&e"));
        assertEquals("http://example.com/x", target(method, "http://example.com/x"));
        assertEquals("https://example.com/x", target(method, "https://example.com/x"));
    }

    @ParameterizedTest
    @EnumSource
    void theAsteriskIsATargetOfOptionsAlone(Method method) throws RejectionException {
        if (method == METHOD_OPTIONS) {
            assertEquals("*", target(method, "*"));
        } else {
            rejectionOf(method, "*", 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void hostAndPortAreATargetOfConnectAlone(Method method) throws RejectionException {
        if (method == METHOD_CONNECT) {
            assertEquals("example.com:443", target(method, "example.com:443"));
            assertEquals("[::1]:443", target(method, "[::1]:443"));
        } else {
            rejectionOf(method, "example.com:443", 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/path", "example.com", "example.com:", ":443", "http://example.com:80", "*"})
    void connectTakesNothingElse(String url) {
        rejectionOf(METHOD_CONNECT, url, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "index.html", "?a=b", "#top", "ftp://example.com/", "www.example.com/", "**",
            "http:/x"})
    void targetOfAnotherFormIsRejectedAndQuotedInTheMessage(String url) {
        assertTrue(rejectionOf(METHOD_GET, url, 0).contains(Quoted.url(url)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b", " /", "/ ", "/a\rb", "/a\nb", "/ HTTP/1.1\r\nX: y", "/a\0b", "/a\tb", "/a\u0001b",
            "/a\u001Fb", "/a\u007Fb", "/#a b"})
    void spacesAndControlCharactersAreRejected(String url) {
        assertTrue(rejectionOf(METHOD_GET, url, 0).contains("%20"));
    }

    @Test
    void whatIsOutsideOfAsciiIsPercentEncodedAsUtf8() throws RejectionException {
        assertEquals("/%C3%BC?q=%E2%82%AC&r=%F0%9F%8E%AE", target(METHOD_GET, "/\u00FC?q=\u20AC&r=\uD83C\uDFAE"));
    }

    @Test
    void whatIsEncodedAlreadyStaysAsItIs() throws RejectionException {
        String url = "/%C3%BC/100%/a+b/!$&'()*,;=:@-._~?%C3%BC/100%/a+b/!$&()*,;=:@-._~?";

        assertEquals(url, target(METHOD_GET, url));
    }

    @Test
    void whatRfc3986DoesNotAllowIsPercentEncoded() throws RejectionException {
        assertEquals("/%22%3C%3E%5B%5C%5D%5E%60%7B%7C%7D?%22%3C%3E%5B%5C%5D%5E%60%7B%7C%7D%27",
                target(METHOD_GET, "/\"<>[\\]^`{|}?\"<>[\\]^`{|}'"));
        assertEquals("http://[::1]/%7B", target(METHOD_GET, "http://[::1]/{"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"/#, /", "/a#b, /a", "/a?b#c#d, /a?b", "/%23#x, /%23",
            "http://example.com/#x, http://example.com/"})
    void aFragmentIsLeftOut(String url, String target) throws RejectionException {
        assertEquals(target, target(METHOD_GET, url));
    }

    /** URL Standard, path state: browsers remove dot segments, so the JVM does it, too. */
    @ParameterizedTest
    @CsvSource({"/a/../b, /b", "/a/%2e%2E/b, /b", "/., /", "/.., /", "/..//a, //a", "/a/./b/.%2e/c?x/../y, /a/c?x/../y",
            "/a/.., /",
            "/a/b/., /a/b/", "/a/.b/..c/..., /a/.b/..c/...", "/a?/../b, /a?/../b", "/{}/../é, /%C3%A9", "/a/..?q, /?q",
            "http://a.example/x/../y, http://a.example/y"})
    void dotSegmentsAreRemoved(String url, String target) throws RejectionException {
        assertEquals(target, target(METHOD_GET, url));
    }

    @Test
    void ordinaryTargetIsTheSameObject() throws RejectionException {
        String url = "/a.b/.c/d..?e=/../f";

        assertSame(url, target(METHOD_GET, url));
    }

    @ParameterizedTest
    @CsvSource({"http://A.Example, http://a.example/", "https://a:443/x, https://a/x", "http://a:080/, http://a/",
            "http://127.1/é, http://127.0.0.1/%C3%A9", "http://[::0001]:81/, http://[::1]:81/",
            "http://a?{, http://a/?%7B"})
    void absoluteUrlIsSentInItsOneSpelling(String url, String target) throws RejectionException {
        assertEquals(target, target(METHOD_GET, url));
    }

    @Test
    void absoluteUrlWithoutAPathKeepsItsMeaningWithOptions() throws RejectionException {
        assertEquals("http://a.example:81", target(METHOD_OPTIONS, "http://A.example:81"));
        assertEquals("http://a.example/", target(METHOD_OPTIONS, "http://a.example/"));
        assertEquals("http://a.example/?q", target(METHOD_OPTIONS, "http://a.example?q"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://good.example\\@evil.example/", "http://h{}/a", "http://u:p@x.example/", "http://",
            "http:///x",
            "http://::1:80/", "http://a:0/", "http://a:65536/", "https://[::1/", "http://a..b/", "http://a%2Fb/"})
    void absoluteUrlThatBrowsersRejectIsRejected(String url) {
        rejectionOf(METHOD_GET, url, 0);
    }

    @ParameterizedTest
    @CsvSource({"Example.COM:443, example.com:443", "127.1:80, 127.0.0.1:80", "[0::1]:1, [::1]:1", "a.:0443, a.:443"})
    void targetOfConnectIsSentInItsOneSpelling(String url, String target) throws RejectionException {
        assertEquals(target, target(METHOD_CONNECT, url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fe80::1:443", "a:0", "a:65536", "[::1]", "[::1]:", "a{}:80", "a\\b:80", "[x]:80",
            "a..b:80", "http://a:80", "a:b:80"})
    void targetOfConnectThatIsNoHostAndPortIsRejected(String url) {
        rejectionOf(METHOD_CONNECT, url, 0);
    }

    // Headers

    @Test
    void headersStayInOrderAndAsTheyAreSpelled() throws RejectionException {
        String[] lines = {"b: 1", "A:2", "b:  3 ", "Empty:"};

        assertEquals(List.of(lines), withHeaders(0, lines).headers());
    }

    @Test
    void aListThatTheProgramChangesLaterDoesNotMatter() throws RejectionException {
        List<String> lines = new ArrayList<>(List.of("A: 1"));
        OutgoingRequest request = OutgoingRequest.of("GET", "/", lines, 0);

        lines.set(0, "A: 1\r\nEvil: yes");

        assertEquals(List.of("A: 1"), request.headers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NoColon", ": value", "Na me: value", "Name : value", " Name: value",
            "N\u00E4me: value",
            "Name: a\rb", "Name: a\nb", "Name: a\r\nEvil: b", "Name: a\0b", "Na\r\nme: value"})
    void aWrongHeaderIsRefusedAmongRightOnes(String line) {
        rejectionOf(METHOD_GET, "/", 0, "Good: yes", line, "Fine: too");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 3", "content-length:3", "CONTENT-LENGTH: \t3 "})
    void contentLengthThatMatchesTheBodyIsAccepted(String line) throws RejectionException {
        assertEquals(List.of(line), withHeaders(3, line).headers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 4", "Content-Length: 0", "content-length: 2", "Content-Length:",
            "Content-Length: 3, 3", "Content-Length: +3", "Content-Length: 03", "Content-Length: three"})
    void contentLengthThatDiffersFromTheBodyIsRejected(String line) {
        assertTrue(rejectionOf(METHOD_POST, "/", 3, line).contains(line));
    }

    @Test
    void withoutABodyOnlyALengthOfZeroAgrees() throws RejectionException {
        assertTrue(withHeaders(0, "Content-Length: 0").has("Content-Length"));
        rejectionOf(METHOD_GET, "/", 0, "Content-Length: 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked", "transfer-encoding: identity", "TRANSFER-ENCODING:"})
    void transferEncodingIsRejected(String line) {
        assertTrue(rejectionOf(METHOD_POST, "/", 0, line).contains("Transfer-Encoding"));
    }

    @Test
    void aHeaderIsFoundInAnyCaseAndByItsWholeName() throws RejectionException {
        OutgoingRequest request = withHeaders(0, "X-First: 1", "User-Agent: mine");

        assertTrue(request.has("user-agent"));
        assertTrue(request.has("X-FIRST"));
        assertFalse(request.has("User"));
        assertFalse(request.has("Host"));
    }

    // Bodies

    @Test
    void traceHasNoBody() throws RejectionException {
        assertEquals("/", target(METHOD_TRACE, "/"));
        assertTrue(rejectionOf(METHOD_TRACE, "/", 1).contains("TRACE"));
    }

    @Test
    void nullThrows() {
        assertThrows(NullPointerException.class, () -> OutgoingRequest.of(null, "/", List.of(), 0));
        assertThrows(NullPointerException.class, () -> OutgoingRequest.of("GET", null, List.of(), 0));
        assertThrows(NullPointerException.class, () -> OutgoingRequest.of("GET", "/", null, 0));
    }

    @Test
    void unpairedSurrogateIsRejected() {
        assertThrows(RejectionException.class, () -> OutgoingRequest.of("GET", "/a\uD800b", List.of(), 0));
        assertThrows(RejectionException.class, () -> OutgoingRequest.of("GET", "/a\uDC00", List.of(), 0));
    }

    @Test
    void theTargetOfConnectIsHostAndPortAndNothingElse() {
        for (String url : List.of("example#.com:443", "a@b:80", "h:abc", "h:80?q")) {
            assertThrows(RejectionException.class, () -> OutgoingRequest.of("CONNECT", url, List.of(), 0),
                    url);
        }
    }

    @Test
    void duplicateContentLengthIsRejected() {
        assertThrows(RejectionException.class, () -> OutgoingRequest.of("POST", "/",
                List.of("Content-Length: 1", "content-length: 1"), 1));
    }
}
