package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ScriptedOrigin;
import io.github.pollhttp.TLSOptions;

/** Redirects within one origin and to another origin: which are followed, and with which method, body and headers. */
@Timeout(60)
class RedirectTest {
    private static final String[] SECRETS = {"Authorization: Basic c2VjcmV0", "Cookie: a=b",
            "Proxy-Authorization: Basic cHJveHk=", "Host: first.example", "X-Mine: kept"};
    private ScriptedOrigin first;
    private ScriptedOrigin second;
    private RequestGame game;

    @BeforeEach
    void start() {
        second = new ScriptedOrigin(this::answer);
        first = new ScriptedOrigin(this::answer);
        game = new RequestGame();
    }

    @AfterEach
    void stop() {
        game.close();
        first.close();
        second.close();
    }

    /**
     * {@code /307/there/x} redirects with code 307 to {@code /x} of the second origin, {@code /307/back/x} to {@code /x} of the first, and
     * {@code /307/here/x} to {@code /x} of the same origin. Other targets get their own name as the body.
     */
    private String answer(String request) {
        String[] parts = ScriptedOrigin.target(request).split("/", 4);
        return switch (parts.length < 4 ? "" : parts[2]) {
            case "there" -> ScriptedOrigin.redirect(parts[1] + " There", second.url("/" + parts[3]));
            case "back" -> ScriptedOrigin.redirect(parts[1] + " Back", first.url("/" + parts[3]));
            case "here" -> ScriptedOrigin.redirect(parts[1] + " Here", "/" + parts[3]);
            default -> ScriptedOrigin.ok(ScriptedOrigin.target(request));
        };
    }

    @Test
    void redirectWithinTheOriginReusesTheConnectionAndKeepsAllHeaders() {
        assertEquals("SUCCESS 200 /end", game.get(first.url("/302/here/end"), SECRETS).line());

        assertEquals(List.of("GET /302/here/end", "GET /end"), first.lines());
        assertEquals(1, first.connections());
        for (String secret : SECRETS) {
            assertTrue(first.log().get(1).contains(secret + "\r\n"), secret);
        }
        assertEquals(List.of(first.url("/end")), game.http.getRedirects());
        assertEquals("http://first.example/end",
                game.http.getResponseUrl().replaceAll("127.0.0.1:\\d+", "first.example"));
    }

    @Test
    void redirectToAnotherOriginDropsCredentialsAndHost() {
        assertEquals("SUCCESS 200 /end", game.get(first.url("/307/there/end"), SECRETS).line());

        String crossed = second.log().get(0);
        for (String name : List.of("Authorization", "Cookie", "Proxy-Authorization")) {
            assertNull(ScriptedOrigin.header(crossed, name), crossed);
        }
        assertEquals(second.url("").substring("http://".length()), ScriptedOrigin.header(crossed, "Host"));
        assertEquals("kept", ScriptedOrigin.header(crossed, "X-Mine"));
    }

    @Test
    void droppedCredentialsStayDroppedWhenARedirectLeadsBack() {
        game.get(first.url("/307/there/307/back/end"), SECRETS);

        assertEquals(List.of("GET /307/back/end"), second.lines());
        assertEquals("GET /end", first.lines().get(1));
        assertNull(ScriptedOrigin.header(first.log().get(1), "Authorization"));
        assertEquals(List.of(second.url("/307/back/end"), first.url("/end")), game.http.getRedirects());
    }

    @ParameterizedTest
    @CsvSource({"301,POST,GET", "302,POST,GET", "303,POST,GET", "307,POST,POST", "308,POST,POST", "301,PUT,PUT",
            "302,PUT,PUT", "303,PUT,GET", "307,PUT,PUT", "303,DELETE,GET", "302,DELETE,DELETE", "303,PATCH,GET"})
    void redirectKeepsOrChangesMethodAndBodyAsTheFetchStandardSays(int code, String method, String then) {
        game.request(Method.valueOf("METHOD_" + method), first.url("/" + code + "/here/end"), "body",
                "Content-Type: text/plain", "Content-Language: de", "X-Mine: kept");

        String last = first.log().get(1);
        boolean kept = method.equals(then);
        assertEquals(then + " /end", first.lines().get(1));
        assertEquals(kept ? "body" : "", ScriptedOrigin.body(last));
        assertEquals(kept ? "text/plain" : null, ScriptedOrigin.header(last, "Content-Type"));
        assertEquals(kept ? "de" : null, ScriptedOrigin.header(last, "Content-Language"));
        assertEquals("kept", ScriptedOrigin.header(last, "X-Mine"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void headRequestStaysAHeadRequest(int code) {
        try (ScriptedOrigin heads = new ScriptedOrigin(request -> ScriptedOrigin.target(request).equals("/end")
                ? "HTTP/1.1 200 OK\r\n\r\n"
                : "HTTP/1.1 " + code + " R\r\nLocation: /end\r\n\r\n")) {
            assertEquals("SUCCESS 200 ", game.request(Method.METHOD_HEAD, heads.url("/"), "").line());
            assertEquals(List.of("HEAD /", "HEAD /end"), heads.lines());
        }
    }

    @Test
    void redirectsBeyondTheLimitAreAnError() {
        game.http.setMaxRedirects(2);
        assertEquals("SUCCESS 200 /end", game.get(first.url("/302/here/302/here/end")).line());
        RequestGame.Completion end = game.get(first.url("/302/here/302/here/302/here/end"));

        assertEquals("REDIRECT_LIMIT_REACHED 302 ", end.line());
        assertTrue(end.headers().contains("Location: /end"), end.headers().toString());
        game.http.setMaxRedirects(0);
        assertEquals("REDIRECT_LIMIT_REACHED 302 ", game.get(first.url("/302/here/end")).line());
    }

    @Test
    void limitOfMinusOneFollowsAnyNumberOfRedirects() {
        game.http.setMaxRedirects(-1);
        assertEquals("SUCCESS 200 /end", game.get(first.url("/302/here".repeat(30) + "/end")).line());
        assertEquals(30, game.http.getRedirects().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1/", "javascript:alert(1)", "file:///etc/passwd", "data:,x", "http://",
            "http://user:secret@127.0.0.1/", "http://127.0.0.1:99999/", "https:no-slashes",
            "http:///no-host"})
    void redirectToAnUnsupportedUrlIsAnError(String location) {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.redirect("302 Found", location))) {
            assertEquals("REQUEST_FAILED 302 ", game.get(origin.url("/")).line());
            assertEquals(1, origin.lines().size());
        }
    }

    @Test
    void redirectWithoutALocationIsAResponse() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.response("302 Found", "nowhere"))) {
            assertEquals("SUCCESS 302 nowhere", game.get(origin.url("/")).line());
        }
    }

    @Test
    void emptyLocationIsNoRedirect() throws Exception {
        try (ScriptedOrigin origin = new ScriptedOrigin(
                request -> ScriptedOrigin.response("302 Found", "nowhere", "Location:"))) {
            assertEquals("SUCCESS 302 nowhere", game.get(origin.url("/")).line());
        }
    }

    @Test
    void equalLocationsAreOne() throws Exception {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.target(request).equals("/")
                ? ScriptedOrigin.response("302 Found", "", "Location: /end", "location: /end")
                : ScriptedOrigin.ok("end"))) {
            assertEquals("SUCCESS 200 end", game.get(origin.url("/")).line());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Location: /other", "Location:"})
    void differentLocationsAreAFailure(String second) throws Exception {
        try (ScriptedOrigin origin = new ScriptedOrigin(
                request -> ScriptedOrigin.response("302 Found", "", "Location: /end", second))) {
            assertEquals("REQUEST_FAILED 302 ", game.get(origin.url("/")).line());
            assertEquals(1, origin.lines().size());
        }
    }

    @Test
    void differentLocationsOfAnotherCodeMeanNothing() throws Exception {
        try (ScriptedOrigin origin = new ScriptedOrigin(
                request -> ScriptedOrigin.response("201 Created", "", "Location: /a", "Location: /b"))) {
            assertEquals("SUCCESS 201 ", game.get(origin.url("/")).line());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 305, 306})
    void otherCodesWithALocationAreResponses(int code) {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.redirect(code + " Other", "/end"))) {
            assertEquals("SUCCESS " + code + " ", game.get(origin.url("/")).line());
            assertEquals(1, origin.lines().size());
        }
    }

    @Test
    void unfinishedBodyOfARedirectIsDroppedWithItsConnection() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.target(request).equals("/end")
                ? ScriptedOrigin.ok("end")
                : "HTTP/1.1 302 Found\r\nLocation: /end\r\nContent-Length: 1000000\r\n\r\nand then nothing")) {
            assertEquals("SUCCESS 200 end", game.get(origin.url("/")).line());
            assertEquals(2, origin.connections());
        }
    }

    @Test
    void finishedBodyOfARedirectIsReadAndTheConnectionReused() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.target(request).equals("/end")
                ? ScriptedOrigin.ok("end")
                : ScriptedOrigin.response("302 Found", "moved", "Location: end"))) {
            assertEquals("SUCCESS 200 end", game.get(origin.url("/")).line());
            assertEquals(1, origin.connections());
        }
    }

    @Test
    void spacesInALocationArePercentEncoded() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.target(request).equals("/")
                ? ScriptedOrigin.redirect("302 Found", "/a b")
                : ScriptedOrigin.ok(ScriptedOrigin.target(request)))) {
            assertEquals("SUCCESS 200 /a%20b", game.get(origin.url("/")).line());
        }
    }

    @Test
    void charactersThatRfc3986DoesNotAllowAreEncodedInALocationAndInTheUrl() throws Exception {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.target(request).startsWith("/from")
                ? ScriptedOrigin.redirect("302 Found", "/to|?{\"a\\b\"}")
                : ScriptedOrigin.ok(ScriptedOrigin.target(request)))) {
            assertEquals("SUCCESS 200 /to%7C?%7B%22a%5Cb%22%7D", game.get(origin.url("/from^?<x>")).line());
            assertEquals("GET /from%5E?%3Cx%3E", origin.lines().get(0));
            assertEquals(List.of(origin.url("/to%7C?%7B%22a%5Cb%22%7D")), game.http.getRedirects());
        }
    }

    @Test
    void hookSeesEachRedirectAndMayRemoveHeaders() {
        List<String> seen = new ArrayList<>();
        game.http.setRedirectHook((url, headers) -> {
            seen.add(url);
            return headers.stream().filter(line -> !line.startsWith("X-Mine")).toList();
        });
        assertEquals("SUCCESS 200 /end", game.get(first.url("/302/there/302/back/end"), SECRETS).line());

        assertEquals(List.of(second.url("/302/back/end"), first.url("/end")), seen);
        assertTrue(first.log().get(0).contains("X-Mine: kept"));
        assertFalse(second.log().get(0).contains("X-Mine"));
        assertFalse(first.log().get(1).contains("X-Mine"));
    }

    @Test
    void hookMayRefuseARedirect() {
        game.http.setRedirectHook((url, headers) -> null);
        game.get(first.url("/302/there/end?token=S3CRET"));

        assertEquals("REQUEST_FAILED 302 ", game.completions.get(0).line());
        assertEquals(List.of(), second.lines());
        assertTrue(
                game.http.getFailureMessage()
                        .startsWith("The redirect hook of the program has refused the redirect to"),
                game.http.getFailureMessage());
        assertFalse(game.http.getFailureMessage().contains("S3CRET"), game.http.getFailureMessage());
    }

    @Test
    void hookCannotAddAnInvalidHeader() {
        game.http.setRedirectHook((url, headers) -> List.of("X: a\r\nY: b"));

        assertEquals("REQUEST_FAILED 302 ", game.get(first.url("/302/there/end")).line());
        assertEquals(List.of(), second.lines());
    }

    @Test
    void exceptionOfTheHookEndsTheRequest() {
        game.http.setRedirectHook((url, headers) -> {
            throw new IllegalStateException("thrown by the test");
        });
        game.begin(first.url("/302/there/end"));

        assertThrows(IllegalStateException.class, game::awaitCompletion);
        assertEquals("REQUEST_FAILED 0 ", game.completions.get(0).line());
        assertEquals(List.of(), second.lines());
    }

    @Test
    void strictPortableModeRejectsAHook() {
        game.http.setStrictPortable(true);
        assertEquals(ErrorCode.ERR_UNAVAILABLE, game.http.setRedirectHook((url, headers) -> headers));
        assertTrue(game.http.getRejection().contains("redirect hook"), game.http.getRejection());
        assertEquals(ErrorCode.OK, game.http.setRedirectHook(null));
    }

    @Test
    void strictPortableModeRejectsARequestWithAnEarlierHook() {
        game.http.setRedirectHook((url, headers) -> headers);
        game.http.setStrictPortable(true);

        assertEquals(ErrorCode.ERR_UNAVAILABLE, game.http.request(first.url("/end")));
        assertFalse(game.http.isRequesting());
    }

    @Test
    void hookIsNotAskedAboutARedirectThatTheTlsOptionsForbid() {
        List<String> asked = new ArrayList<>();
        game.http.setTlsOptions(TLSOptions.clientUnsafe());
        game.http.setRedirectHook((url, headers) -> {
            asked.add(url);
            return headers;
        });
        try (ScriptedOrigin origin = new ScriptedOrigin(
                request -> ScriptedOrigin.redirect("302 Found", "https://localhost:1/x"))) {
            assertEquals("REQUEST_FAILED 302 ", game.get(origin.url("/")).line());
        }
        assertEquals(List.of(), asked);
        assertEquals(List.of(), game.http.getRedirects());
    }
}
