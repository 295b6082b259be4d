package io.github.pollhttp.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.HTTPClient.Method;

/** Each rule, with what is just not forbidden beside it. */
class PortableRulesTest {
    private static final byte[] NOTHING = {};

    private static void check(Method method, String url, byte[] body, String... headers) throws RejectionException {
        PortableRules.check(OutgoingRequest.of(method.token(), url, List.of(headers), body.length));
    }

    private static RejectionException rejectionOf(Method method, String url, byte[] body, String... headers) {
        RejectionException rejection = assertThrows(RejectionException.class, () -> check(method, url, body, headers));
        assertTrue(rejection.isUnavailable());
        return rejection;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept-Charset", "accept-encoding", "Access-Control-Request-Headers",
            "Access-Control-Request-Method", "Connection", "Cookie", "COOKIE2", "Date", "DNT", "Expect", "Host",
            "Keep-Alive", "Origin", "Referer", "Set-Cookie", "TE", "Trailer", "Upgrade", "User-Agent", "Via",
            "Proxy-Authorization", "Sec-Fetch-Mode"})
    void aHeaderThatABrowserOwnsIsRefusedByName(String name) {
        String sentence = rejectionOf(Method.METHOD_GET, "/", NOTHING, "X-A: 1", name + ": 1").getMessage();

        assertTrue(sentence.contains(" " + Ascii.lower(name) + " ") && sentence.contains("forbidden request-header"),
                sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept: a", "Authorization: a", "Cookies: a", "X-Cookie: a", "Proxy: a", "Section: a",
            "Range: bytes=0-1", "Content-Length: 0", "X-HTTP-Method: PUT", "X-Method-Override: tracer",
            "X-Method-Overrides: TRACE"})
    void aHeaderThatIsTheProgramsIsLetThrough(String line) {
        assertDoesNotThrow(() -> check(Method.METHOD_GET, "/", NOTHING, line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method: TRACE", "x-http-method-override: a,connect",
            "X-Method-Override: a , Track ,b"})
    void aHeaderThatAsksForAForbiddenMethodIsRefused(String line) {
        rejectionOf(Method.METHOD_GET, "/", NOTHING, line);
    }

    @ParameterizedTest
    @EnumSource(value = Method.class, names = {"METHOD_TRACE", "METHOD_CONNECT"})
    void aMethodThatNoBrowserSendsIsRefused(Method method) {
        assertTrue(rejectionOf(method, method == Method.METHOD_CONNECT ? "a:1" : "/", NOTHING).getMessage()
                .contains("forbidden method"));
    }

    @Test
    void aBodyGoesWithEveryMethodButGetAndHead() {
        for (Method method : Method.values()) {
            boolean forbidden = method == Method.METHOD_TRACE || method == Method.METHOD_CONNECT;
            if (method == Method.METHOD_GET || method == Method.METHOD_HEAD) {
                rejectionOf(method, "/", new byte[1]);
            } else if (!forbidden) {
                assertDoesNotThrow(() -> check(method, "/", new byte[1]));
            }
        }
    }

    @Test
    void aTargetIsAPath() {
        rejectionOf(Method.METHOD_GET, "https://a.example/", NOTHING);
        rejectionOf(Method.METHOD_OPTIONS, "*", NOTHING);
        assertDoesNotThrow(() -> check(Method.METHOD_GET, "/a?b=http://c", NOTHING));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 22, 25, 110, 6000, 6667, 10080})
    void aBlockedPortIsRefused(int port) {
        assertNotNull(PortableRules.portRejectionMessage(port));
        assertTrue(assertThrows(RejectionException.class, () -> PortableRules.checkPort(port)).getMessage()
                .contains("" + port));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 80, 443, 600, 601 * 10, 8080, 66, 1008, 65535})
    void anotherPortIsLetThrough(int port) {
        assertNull(PortableRules.portRejectionMessage(port));
    }
}
