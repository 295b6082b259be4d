package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.cookies.CookieJar;

/** A jar on requests to real servers. What is kept for whom is asked of the jar alone, in its own test. */
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
    void whatAResponseSetsTheNextRequestSends(boolean threads) throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok("", "Set-Cookie: a=1; Path=/", "set-cookie: b=2"));
                RequestGame game = game()) {
            game.http.setUseThreads(threads);
            game.get(origin.url("/x/y"));
            game.get(origin.url("/x/z"));
            game.get(origin.url("/"));

            assertEquals("[null, b=2; a=1, a=1]",
                    origin.log().stream().map(each -> Origin.header(each, "Cookie")).toList().toString());
        }
    }

    @Test
    void eachHopOfARedirectSetsAndGetsItsOwn() throws Exception {
        try (Origin there = new Origin(request -> Origin.ok("", "Set-Cookie: there=1"));
                Origin here = new Origin(request -> Origin.target(request).equals("/login")
                        ? Origin.response("302 Found", "", "Location: /in", "Set-Cookie: session=abc")
                        : Origin.redirect("302 Found", there.url("/").replace("127.0.0.1", "localhost")));
                RequestGame game = game()) {
            assertEquals("SUCCESS 200 ", game.get(here.url("/login")).line());

            assertNull(Origin.header(here.log().get(0), "Cookie"));
            assertEquals("session=abc", Origin.header(here.log().get(1), "Cookie"));
            assertNull(Origin.header(there.log().get(0), "Cookie"));
            assertEquals(List.of("session 127.0.0.1", "there localhost"),
                    jar.cookies().stream().map(each -> each.name() + " " + each.domain()).toList());
        }
    }

    @Test
    void aRequestsOwnCookiesTakeThePlaceOfTheJars() throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok("", "Set-Cookie: a=1")); RequestGame game = game()) {
            game.get(origin.url("/"));
            game.get(origin.url("/"), "cookie: own=1");

            assertEquals("own=1", Origin.header(origin.log().get(1), "Cookie"));
            assertEquals(1, origin.log().get(1).toLowerCase().split("\r\ncookie:", -1).length - 1);
        }
    }

    @Test
    void withoutAJarNothingIsKept() throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok("", "Set-Cookie: a=1")); RequestGame game = game()) {
            game.http.setCookieJar(null);
            game.get(origin.url("/"));
            game.get(origin.url("/"));

            assertNull(Origin.header(origin.log().get(1), "Cookie"));
            assertEquals(List.of(), jar.cookies());
        }
    }

    @Test
    void jettyReadsBackWhatItHasSet() throws Exception {
        Server jetty = new Server();
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        jetty.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                StringBuilder came = new StringBuilder();
                for (HttpCookie each : Request.getCookies(request)) {
                    came.append(each.getName()).append('=').append(each.getValue()).append(' ');
                }
                Response.addCookie(response, HttpCookie.build("kept", "x-y_z").maxAge(60).path("/").build());
                Response.addCookie(response, HttpCookie.build("session", "1").httpOnly(true).build());
                Content.Sink.write(response, true, came.toString(), callback);
                return true;
            }
        });
        jetty.start();
        try (RequestGame game = game()) {
            String url = RequestGame.url(connector.getLocalPort(), "/game/");
            assertEquals("SUCCESS 200 ", game.get(url).line());
            assertEquals("SUCCESS 200 session=1 kept=x-y_z ", game.get(url).line());
        } finally {
            jetty.stop();
        }
    }
}
