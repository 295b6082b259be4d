package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

import io.github.pollhttp.cookies.CookieJar;

/** Cookies between a request and Jetty. */
@Timeout(60)
class JettyCookieTest {

    @Test
    void jettyReceivesTheCookiesThatItSet() throws Exception {
        Server jetty = new Server();
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        jetty.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                StringBuilder cookies = new StringBuilder();
                for (HttpCookie each : Request.getCookies(request)) {
                    cookies.append(each.getName()).append('=').append(each.getValue()).append(' ');
                }
                Response.addCookie(response, HttpCookie.build("kept", "x-y_z").maxAge(60).path("/").build());
                Response.addCookie(response, HttpCookie.build("session", "1").httpOnly(true).build());
                Content.Sink.write(response, true, cookies.toString(), callback);
                return true;
            }
        });
        jetty.start();
        try (RequestGame game = new RequestGame()) {
            game.http.setCookieJar(CookieJar.create());
            String url = RequestGame.url(connector.getLocalPort(), "/game/");
            assertEquals("SUCCESS 200 ", game.get(url).line());
            assertEquals("SUCCESS 200 session=1 kept=x-y_z ", game.get(url).line());
        } finally {
            jetty.stop();
        }
    }
}
