package io.github.pollhttp.spi;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.TLSOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule, with what is just not forbidden beside it. */
class PortableRulesTest {
    private static final byte[] NOTHING = {};

    private static void check(Method method, String url, byte[] body, String... headers) throws Refusal {
        PortableRules.check(OutgoingRequest.of(method, url, List.of(headers), body));
    }

    private static Refusal refused(Method method, String url, byte[] body, String... headers) {
        Refusal refusal = assertThrows(Refusal.class, () -> check(method, url, body, headers));
        assertEquals(ErrorCode.ERR_UNAVAILABLE, refusal.code());
        return refusal;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept-Charset", "accept-encoding", "Access-Control-Request-Headers",
            "Access-Control-Request-Method", "Connection", "Cookie", "COOKIE2", "Date", "DNT", "Expect", "Host",
            "Keep-Alive", "Origin", "Referer", "Set-Cookie", "TE", "Trailer", "Upgrade", "User-Agent", "Via",
            "Proxy-Authorization", "Sec-Fetch-Mode"})
    void aHeaderThatABrowserOwnsIsRefusedByName(String name) {
        String sentence = refused(Method.METHOD_GET, "/", NOTHING, "X-A: 1", name + ": 1").sentence();

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
        refused(Method.METHOD_GET, "/", NOTHING, line);
    }

    @ParameterizedTest
    @EnumSource(value = Method.class, names = {"METHOD_TRACE", "METHOD_CONNECT"})
    void aMethodThatNoBrowserSendsIsRefused(Method method) {
        assertTrue(refused(method, method == Method.METHOD_CONNECT ? "a:1" : "/", NOTHING).sentence()
                .contains("forbidden method"));
    }

    @Test
    void aBodyGoesWithEveryMethodButGetAndHead() {
        for (Method method : Method.values()) {
            boolean forbidden = method == Method.METHOD_TRACE || method == Method.METHOD_CONNECT;
            if (method == Method.METHOD_GET || method == Method.METHOD_HEAD) {
                refused(method, "/", new byte[1]);
            } else if (!forbidden) {
                assertDoesNotThrow(() -> check(method, "/", new byte[1]));
            }
        }
    }

    @Test
    void aTargetIsAPath() {
        refused(Method.METHOD_GET, "https://a.example/", NOTHING);
        refused(Method.METHOD_OPTIONS, "*", NOTHING);
        assertDoesNotThrow(() -> check(Method.METHOD_GET, "/a?b=http://c", NOTHING));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 22, 25, 110, 6000, 6667, 10080})
    void aBlockedPortIsRefused(int port) {
        assertNotNull(PortableRules.faultOfPort(port));
        assertTrue(assertThrows(Refusal.class, () -> PortableRules.check(port, null)).sentence().contains("" + port));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 80, 443, 600, 601 * 10, 8080, 66, 1008, 65535})
    void anotherPortIsLetThrough(int port) {
        assertNull(PortableRules.faultOfPort(port));
    }

    @Test
    void ofTlsOptionsOnlyThoseOfABrowserAreLetThrough() {
        assertDoesNotThrow(() -> PortableRules.check(443, null));
        assertDoesNotThrow(() -> PortableRules.check(443, TLSOptions.client()));
        assertThrows(Refusal.class, () -> PortableRules.check(443, TLSOptions.clientUnsafe()));
    }
}
