package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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

import io.github.pollhttp.HTTPClient.Method;

/** Redirects from one origin to another and within one: what is followed, and what crosses. */
@Timeout(60)
class RedirectTest {
    private static final String[] SECRETS = {"Authorization: Basic c2VjcmV0", "Cookie: a=b",
            "Proxy-Authorization: Basic cHJveHk=", "Host: first.example", "X-Mine: kept"};
    private Origin first;
    private Origin second;
    private RequestGame game;

    @BeforeEach
    void start() throws Exception {
        second = new Origin(this::answer);
        first = new Origin(this::answer);
        game = new RequestGame();
    }

    @AfterEach
    void stop() throws Exception {
        game.close();
        first.close();
        second.close();
    }

    /** {@code /307/there/x} leads to {@code /x} of the other origin, {@code /307/here/x} to the same one's; the rest is an answer. */
    private String answer(String request) {
        String[] parts = Origin.target(request).split("/", 4);
        return switch (parts.length < 4 ? "" : parts[2]) {
            case "there" -> Origin.redirect(parts[1] + " There", second.url("/" + parts[3]));
            case "back" -> Origin.redirect(parts[1] + " Back", first.url("/" + parts[3]));
            case "here" -> Origin.redirect(parts[1] + " Here", "/" + parts[3]);
            default -> Origin.ok(Origin.target(request));
        };
    }

    @Test
    void aRedirectWithinTheOriginUsesTheSameConnectionAndKeepsEveryHeader() {
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
    void secretsDoNotCrossOrigins() {
        assertEquals("SUCCESS 200 /end", game.get(first.url("/307/there/end"), SECRETS).line());

        String crossed = second.log().get(0);
        for (String name : List.of("Authorization", "Cookie", "Proxy-Authorization")) {
            assertNull(Origin.header(crossed, name), crossed);
        }
        assertEquals(second.url("").substring("http://".length()), Origin.header(crossed, "Host"));
        assertEquals("kept", Origin.header(crossed, "X-Mine"));
    }

    @Test
    void secretsThatWereDroppedDoNotComeBack() {
        game.get(first.url("/307/there/307/back/end"), SECRETS);

        assertEquals(List.of("GET /307/back/end"), second.lines());
        assertEquals("GET /end", first.lines().get(1));
        assertNull(Origin.header(first.log().get(1), "Authorization"));
        assertEquals(List.of(second.url("/307/back/end"), first.url("/end")), game.http.getRedirects());
    }

    @ParameterizedTest
    @CsvSource({"301,POST,GET", "302,POST,GET", "303,POST,GET", "307,POST,POST", "308,POST,POST", "301,PUT,PUT",
            "302,PUT,PUT", "303,PUT,GET", "307,PUT,PUT", "303,DELETE,GET", "302,DELETE,DELETE", "303,PATCH,GET"})
    void theMethodAndTheBodyGoOnAsTheStandardSays(int code, String method, String then) {
        game.ask(Method.valueOf("METHOD_" + method), first.url("/" + code + "/here/end"), "body",
                "Content-Type: text/plain", "Content-Language: de", "X-Mine: kept");

        String last = first.log().get(1);
        boolean kept = method.equals(then);
        assertEquals(then + " /end", first.lines().get(1));
        assertEquals(kept ? "body" : "", Origin.body(last));
        assertEquals(kept ? "text/plain" : null, Origin.header(last, "Content-Type"));
        assertEquals(kept ? "de" : null, Origin.header(last, "Content-Language"));
        assertEquals("kept", Origin.header(last, "X-Mine"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void headStaysHead(int code) throws Exception {
        try (Origin heads = new Origin(request -> Origin.target(request).equals("/end")
                ? "HTTP/1.1 200 OK\r\n\r\n"
                : "HTTP/1.1 " + code + " R\r\nLocation: /end\r\n\r\n")) {
            assertEquals("SUCCESS 200 ", game.ask(Method.METHOD_HEAD, heads.url("/"), "").line());
            assertEquals(List.of("HEAD /", "HEAD /end"), heads.lines());
        }
    }

    @Test
    void oneRedirectTooManyIsTold() {
        game.http.setMaxRedirects(2);
        assertEquals("SUCCESS 200 /end", game.get(first.url("/302/here/302/here/end")).line());
        RequestGame.Completion end = game.get(first.url("/302/here/302/here/302/here/end"));

        assertEquals("REDIRECT_LIMIT_REACHED 302 ", end.line());
        assertTrue(end.headers().contains("Location: /end"), end.headers().toString());
        game.http.setMaxRedirects(0);
        assertEquals("REDIRECT_LIMIT_REACHED 302 ", game.get(first.url("/302/here/end")).line());
    }

    @Test
    void withoutALimitAnyNumberIsFollowed() {
        game.http.setMaxRedirects(-1);
        assertEquals("SUCCESS 200 /end", game.get(first.url("/302/here".repeat(30) + "/end")).line());
        assertEquals(30, game.http.getRedirects().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1/", "javascript:alert(1)", "file:///etc/passwd", "data:,x", "http://",
            "http://user:secret@127.0.0.1/", "http://127.0.0.1:99999/", "http:no-slashes"})
    void whatCannotBeFollowedIsAFailure(String location) throws Exception {
        try (Origin origin = new Origin(request -> Origin.redirect("302 Found", location))) {
            assertEquals("REQUEST_FAILED 302 ", game.get(origin.url("/")).line());
            assertEquals(1, origin.lines().size());
        }
    }

    @Test
    void aRedirectWithoutALocationIsAResponse() throws Exception {
        try (Origin origin = new Origin(request -> Origin.response("302 Found", "nowhere"))) {
            assertEquals("SUCCESS 302 nowhere", game.get(origin.url("/")).line());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 305, 306})
    void otherCodesLeadNowhere(int code) throws Exception {
        try (Origin origin = new Origin(request -> Origin.redirect(code + " Other", "/end"))) {
            assertEquals("SUCCESS " + code + " ", game.get(origin.url("/")).line());
            assertEquals(1, origin.lines().size());
        }
    }

    @Test
    void aRedirectsOwnBodyIsNotWaitedFor() throws Exception {
        List<String> paths = new ArrayList<>();
        try (Origin origin = new Origin(request -> {
            paths.add(Origin.target(request));
            return Origin.target(request).equals("/end")
                    ? Origin.ok("end")
                    : "HTTP/1.1 302 Found\r\nLocation: /end\r\nContent-Length: 1000000\r\n\r\nand then nothing";
        })) {
            assertEquals("SUCCESS 200 end", game.get(origin.url("/")).line());
            assertEquals(2, origin.connections());
        }
    }

    @Test
    void aRedirectsOwnBodyIsReadToKeepTheConnection() throws Exception {
        try (Origin origin = new Origin(request -> Origin.target(request).equals("/end")
                ? Origin.ok("end")
                : Origin.response("302 Found", "moved", "Location: end"))) {
            assertEquals("SUCCESS 200 end", game.get(origin.url("/")).line());
            assertEquals(1, origin.connections());
        }
    }

    @Test
    void spacesInALocationAreEncoded() throws Exception {
        try (Origin origin = new Origin(request -> Origin.target(request).equals("/")
                ? Origin.redirect("302 Found", "/a b")
                : Origin.ok(Origin.target(request)))) {
            assertEquals("SUCCESS 200 /a%20b", game.get(origin.url("/")).line());
        }
    }
}
