package io.github.pollhttp.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.events.EventGame.stream;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.ScriptedOrigin;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.WebOptions;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.events.EventSource.ReadyState;

/** The settings that an event source has in common with a request. */
@Timeout(60)
class EventSourceSettingsTest {
    private final EventGame game = new EventGame();
    private final CookieJar jar = CookieJar.create();

    @AfterEach
    void close() {
        game.close();
    }

    private static ScriptedOrigin server() {
        return new ScriptedOrigin(request -> ScriptedOrigin.target(request).equals("/moved")
                ? ScriptedOrigin.response("302 Found", "", "Location: /", "Set-Cookie: moved=1; Path=/")
                : stream("data: a\n\n", "Set-Cookie: streamed=1; Path=/"));
    }

    private static String cookie(ScriptedOrigin server, int request) {
        return ScriptedOrigin.header(server.log().get(request), "Cookie");
    }

    @Test
    void eachRequestSendsAndStoresCookies() {
        game.source.setCookieJar(jar);
        try (ScriptedOrigin server = server()) {
            game.open(server.url("/moved")).pass(3);

            assertNull(cookie(server, 0));
            assertEquals("moved=1", cookie(server, 1));
            assertEquals("moved=1; streamed=1", cookie(server, 2));
            assertEquals(jar, game.source.getCookieJar());
        }
    }

    @Test
    void cookieHeaderOfTheProgramReplacesTheJar() {
        game.source.setCookieJar(jar);
        try (ScriptedOrigin server = server()) {
            game.open(server.url("/"), "cookie: own=1").pass(3);

            assertEquals("own=1", cookie(server, 1));
        }
    }

    @Test
    void cookiesAreNeitherSentNorStoredWithoutAJar() {
        try (ScriptedOrigin server = server()) {
            game.open(server.url("/")).pass(3);

            assertNull(cookie(server, 1));
            assertNull(game.source.getCookieJar());
        }
    }

    @Test
    void strictPortableModePassesTheCookiesOfTheJar() {
        game.source.setStrictPortable(true);
        game.source.setCookieJar(jar);
        try (ScriptedOrigin server = server()) {
            game.open(server.url("/moved")).pass(3);

            assertEquals("moved=1; streamed=1", cookie(server, 2));
        }
    }

    @Test
    void strictPortableModeRejectsHeadersPortsAndTlsOptionsThatABrowserDoesNotHave() {
        game.source.setStrictPortable(true);
        try (ScriptedOrigin server = server()) {
            game.open(server.url("/"), "Cookie: own=1");
            assertClosedBecauseOf("cookie");
            game.open("http://localhost:6667/");
            assertClosedBecauseOf("6667");
            game.source.setTlsOptions(TLSOptions.clientUnsafe());
            game.open("https://localhost/");
            assertClosedBecauseOf("TLSOptions");
            game.source.setStrictPortable(false);
            game.open(server.url("/"), "Cookie: own=1");

            assertEquals("own=1", cookie(server, 0));
        }
    }

    private void assertClosedBecauseOf(String word) {
        assertEquals(ReadyState.CLOSED, game.source.getReadyState());
        assertTrue(game.source.getFailureMessage().contains(word), game.source.getFailureMessage());
    }

    @Test
    void settingsOfTheClientReachIt() {
        game.source.setHttpProxy("proxy", 1);
        game.source.setHttpsProxy("proxy", 2);
        game.source.setProxyExclusions(List.of("example.com"));
        game.source.setWebOptions(WebOptions.DEFAULT.withCredentials(WebOptions.Credentials.OMIT));

        assertTrue(game.backend.calls.containsAll(
                List.of("setHttpProxy proxy 1", "setHttpsProxy proxy 2", "setProxyExclusions [example.com]")));
        assertEquals(WebOptions.Credentials.OMIT, game.source.getHttpClient().getWebOptions().credentials());
    }

    @Test
    void jarMayCloseTheSource() {
        for (boolean whileSending : new boolean[]{true, false}) {
            try (ScriptedOrigin server = server()) {
                game.source.setCookieJar(new CallingJar(whileSending, url -> game.source.close()));
                game.open(server.url("/"));

                assertEquals(ReadyState.CLOSED, game.source.getReadyState());
                assertNull(game.source.getFailureMessage());
                assertEquals(whileSending ? 0 : 1, server.log().size());
                assertEquals(List.of(), game.events);
            }
        }
    }

    @Test
    void jarMayOpenAnotherStreamAndPoll() {
        for (boolean whileSending : new boolean[]{true, false}) {
            try (ScriptedOrigin server = server()) {
                game.events.clear();
                game.source.setCookieJar(new CallingJar(whileSending, url -> {
                    game.source.poll(); // does nothing
                    if (url.endsWith("/first")) {
                        assertEquals(ErrorCode.OK, game.source.open(server.url("/second")));
                    }
                }));
                game.open(server.url("/first"));

                assertEquals("GET /second", server.lines().get(server.lines().size() - 1));
                assertEquals(List.of("message/a/"), game.events);
            }
        }
    }

    @Test
    void exceptionOfTheJarClosesTheSource() {
        for (boolean whileSending : new boolean[]{true, false}) {
            try (ScriptedOrigin server = server()) {
                game.source.setCookieJar(new CallingJar(whileSending, url -> {
                    throw new IllegalStateException("full");
                }));
                assertThrows(IllegalStateException.class, () -> game.open(server.url("/")));

                assertClosedBecauseOf("exception");
                game.frames(); // does not throw again
            }
        }
    }
}
