package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.ScriptedOrigin;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.cookies.CookieJar;

/** Strict portable mode rejects what a browser does not send for a program, but not the header lines that the library adds. */
@Timeout(60)
class StrictPortableTest {
    private final RequestGame game = new RequestGame();
    private final ScriptedOrigin origin = new ScriptedOrigin(
            request -> ScriptedOrigin.target(request).equals("/moved")
                    ? ScriptedOrigin.redirect("302 Found", "/")
                    : ScriptedOrigin.ok("x", "Set-Cookie: a=1; Path=/"));

    StrictPortableTest() {
        game.http.setStrictPortable(true);
    }

    @AfterEach
    void close() {
        game.close();
        origin.close();
    }

    @Test
    void cookiesOfTheJarAreSent() {
        game.http.setCookieJar(CookieJar.create());
        assertEquals("SUCCESS 200 x", game.get(origin.url("/")).line());
        assertEquals("SUCCESS 200 x", game.get(origin.url("/")).line());
        assertEquals("SUCCESS 200 x", game.get(origin.url("/moved")).line());

        assertEquals("a=1", ScriptedOrigin.header(origin.log().get(1), "Cookie"));
        assertEquals("a=1", ScriptedOrigin.header(origin.log().get(3), "Cookie"));
        assertEquals(1, origin.connections());
    }

    @Test
    void headerThatABrowserSetsItselfIsRejectedOnANewAndOnAReusedConnection() {
        for (int i = 0; i < 2; i++) {
            assertEquals("REQUEST_FAILED 0 ", game.get(origin.url("/"), "Cookie: own=1").line());
            assertTrue(game.http.getFailureMessage().contains("cookie"), game.http.getFailureMessage());
            assertEquals("SUCCESS 200 x", game.get(origin.url("/")).line());
        }
        assertEquals(2, origin.log().size());
    }

    @Test
    void portAndTlsOptionsThatABrowserDoesNotHaveAreRejected() {
        assertEquals("SUCCESS 200 x", game.get(origin.url("/")).line());
        assertEquals("CANT_CONNECT 0 ", game.get("http://localhost:6667/").line());
        game.http.setTlsOptions(TLSOptions.clientUnsafe());
        assertEquals("CANT_CONNECT 0 ", game.get("https://localhost/").line());
        assertTrue(game.http.getFailureMessage().contains("TLSOptions"), game.http.getFailureMessage());
    }

    @Test
    void modeCanBeTurnedOff() {
        game.get(origin.url("/"));
        game.http.setStrictPortable(false);

        assertEquals("SUCCESS 200 x", game.get(origin.url("/"), "Cookie: own=1").line());
    }
}
