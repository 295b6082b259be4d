package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.cookies.Cookie;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.events.EventSource;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;

/** What a server has sent is sent back in the same bytes. The heads here have a character for each byte. */
@Timeout(30)
class SentBackTest {
    private final List<String> heads = new CopyOnWriteArrayList<>();

    private RawServer server(String fields) throws Exception {
        return new RawServer(socket -> {
            while (true) {
                heads.add(RawServer.readHead(socket));
                String more = heads.size() == 1 ? fields : "";
                String status = more.contains("Location") ? "302 Found" : "200 OK";
                RawServer.send(socket, "HTTP/1.1 " + status + "\r\n" + more + "Content-Length: 0\r\n\r\n");
            }
        });
    }

    private static void get(HTTPRequest http, RawServer server, String... headers) {
        assertEquals(io.github.pollhttp.ErrorCode.OK,
                http.request("http://127.0.0.1:" + server.port() + "/", List.of(headers)));
        GameLoop.await(() -> {
            http.poll();
            return !http.isRequesting();
        });
    }

    private void assertSent(int request, String line) {
        assertTrue(heads.get(request).contains("\r\n" + line + "\r\n"), heads.get(request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sig=\u0080\u00FE\u00FF", "name=\u00E9", "\u00E9=\u00E8", "utf8=\u00C3\u00A9",
            "both=\u00C3\u00A9\u00E9",
            "cut=\u00E2\u0082", "long=\u00F0\u009F\u0098\u0080\u00F0\u009F", "surrogate=\u00ED\u00B2\u0080",
            "c1=\u0085\u009F"})
    void cookieComesBackInTheBytesOfTheServer(String pair) throws Exception {
        try (RawServer server = server("Set-Cookie: " + pair + "; Path=/\r\n");
                HTTPRequest http = HTTPRequest.create()) {
            http.setCookieJar(CookieJar.create());
            get(http, server);
            get(http, server);

            assertSent(1, "Cookie: " + pair);
        }
    }

    @Test
    void cookiesOfSeveralEncodingsAndOfTheProgramComeBackTogether() throws Exception {
        try (RawServer server = server("Set-Cookie: a=\u00C3\u00A9\r\nSet-Cookie: b=\u00E9\r\n");
                HTTPRequest http = HTTPRequest.create()) {
            CookieJar jar = CookieJar.create();
            jar.add(new Cookie("p", "\u00E9", "127.0.0.1", true, "/", Cookie.SESSION, false, false, "Default"));
            http.setCookieJar(jar);
            get(http, server);
            get(http, server, "X-Name: \u00E9\u20AC\uD83D\uDE00");

            assertSent(0, "Cookie: p=\u00C3\u00A9");
            assertSent(1, "Cookie: p=\u00C3\u00A9; a=\u00C3\u00A9; b=\u00E9");
            assertSent(1, "X-Name: \u00C3\u00A9\u00E2\u0082\u00AC\u00F0\u009F\u0098\u0080");
        }
    }

    @Test
    void cookieThatTheProgramSendsBackItselfHasTheSameBytes() throws Exception {
        try (RawServer server = server("Set-Cookie: sig=\u0080\u00FE\u00FF\r\n"); GameLoop game = new GameLoop()) {
            game.connect(server).get("/").awaitResponse();
            String cookie = game.client.getResponseHeader("Set-Cookie").get(0);
            game.readBody();
            game.get("/", "Cookie: " + cookie).awaitResponse();

            assertSent(1, "Cookie: sig=\u0080\u00FE\u00FF");
        }
    }

    @ParameterizedTest
    @CsvSource({"/\u00E9, /%E9", "/\u00C3\u00A9, /%C3%A9", "/a?q=\u00FF\u00FE, /a?q=%FF%FE",
            "/\u00C3\u00A9\u00E9, /%C3%A9%E9",
            "\u0080/x, /%80/x"})
    void locationIsPercentEncodedByteByByte(String location, String target) throws Exception {
        try (RawServer server = server("Location: " + location + "\r\n"); HTTPRequest http = HTTPRequest.create()) {
            get(http, server);

            assertTrue(heads.get(1).startsWith("GET " + target + " HTTP/1.1\r\n"), heads.get(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"X-Other: \u00E9, \u00E9", "X-Other: \u00C3\u00A9, \u00E9"})
    void otherFieldIsTextForTheProgram(String field, String value) throws Exception {
        try (RawServer server = server(field + "\r\n"); GameLoop game = new GameLoop()) {
            game.connect(server).get("/").awaitResponse();

            assertEquals(List.of(value), game.client.getResponseHeader("X-Other"));
        }
    }

    /** The first stream ends after an event with this id. */
    private String secondRequestAfterId(String id) throws Exception {
        try (RawServer server = new RawServer(socket -> {
            heads.add(RawServer.readHead(socket));
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nretry: 0\nid: " + id
                    + "\ndata: x\n\n");
        }); EventSource events = EventSource.create()) {
            events.open("http://127.0.0.1:" + server.port() + "/", List.of());
            GameLoop.await(() -> {
                events.poll();
                events.nextEvent();
                return heads.size() > 1;
            });
            return heads.get(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"\u00C3\u00A9, \u00C3\u00A9", "\u00E9, \u00EF\u00BF\u00BD"})
    void idOfAnEventIsSentAsUtf8(String id, String sent) throws Exception {
        String head = secondRequestAfterId(id);

        assertTrue(head.contains("\r\nLast-Event-ID: " + sent + "\r\n"), head);
    }

    @Test
    void idWithAControlCharacterIsNotSentAndDoesNotEndTheSource() throws Exception {
        String head = secondRequestAfterId("a\u001Bb");

        assertTrue(!head.contains("Last-Event-ID"), head);
    }
}
