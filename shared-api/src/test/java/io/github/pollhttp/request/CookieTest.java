package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.ScriptedOrigin;
import io.github.pollhttp.cookies.CookieJar;

/** Requests that store cookies in a jar and send them. {@code MemoryCookieJarTest} tests which cookies a jar keeps for which URL. */
@Timeout(60)
class CookieTest {
    private final CookieJar jar = CookieJar.create();

    private RequestGame game() {
        RequestGame game = new RequestGame();
        game.http.setCookieJar(jar);
        return game;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void requestSendsTheCookiesOfEarlierResponses(boolean threads) {
        try (ScriptedOrigin origin = new ScriptedOrigin(
                request -> ScriptedOrigin.ok("", "Set-Cookie: a=1; Path=/", "set-cookie: b=2"));
                RequestGame game = game()) {
            game.http.setUseThreads(threads);
            game.get(origin.url("/x/y"));
            game.get(origin.url("/x/z"));
            game.get(origin.url("/"));

            assertEquals("[null, b=2; a=1, a=1]",
                    origin.log().stream().map(each -> ScriptedOrigin.header(each, "Cookie")).toList().toString());
        }
    }

    @Test
    void eachRequestOfARedirectStoresAndSendsItsOwnCookies() {
        try (ScriptedOrigin there = new ScriptedOrigin(request -> ScriptedOrigin.ok("", "Set-Cookie: there=1"));
                ScriptedOrigin here = new ScriptedOrigin(request -> ScriptedOrigin.target(request).equals("/login")
                        ? ScriptedOrigin.response("302 Found", "", "Location: /in", "Set-Cookie: session=abc")
                        : ScriptedOrigin.redirect("302 Found", there.url("/").replace("127.0.0.1", "localhost")));
                RequestGame game = game()) {
            assertEquals("SUCCESS 200 ", game.get(here.url("/login")).line());

            assertNull(ScriptedOrigin.header(here.log().get(0), "Cookie"));
            assertEquals("session=abc", ScriptedOrigin.header(here.log().get(1), "Cookie"));
            assertNull(ScriptedOrigin.header(there.log().get(0), "Cookie"));
            assertEquals(List.of("session 127.0.0.1", "there localhost"),
                    jar.cookies().stream().map(each -> each.name() + " " + each.domain()).toList());
        }
    }

    @Test
    void cookieHeaderOfTheProgramReplacesTheJar() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok("", "Set-Cookie: a=1"));
                RequestGame game = game()) {
            game.get(origin.url("/"));
            game.get(origin.url("/"), "cookie: own=1");

            assertEquals("own=1", ScriptedOrigin.header(origin.log().get(1), "Cookie"));
            assertEquals(1, origin.log().get(1).toLowerCase().split("\r\ncookie:", -1).length - 1);
        }
    }

    @Test
    void requestWithoutAJarKeepsNoCookies() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok("", "Set-Cookie: a=1"));
                RequestGame game = game()) {
            game.http.setCookieJar(null);
            game.get(origin.url("/"));
            game.get(origin.url("/"));

            assertNull(ScriptedOrigin.header(origin.log().get(1), "Cookie"));
            assertEquals(List.of(), jar.cookies());
        }
    }
}
