package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.pollhttp.Authorization;
import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.cookies.Cookie;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.events.EventSource;
import io.github.pollhttp.internal.Proxy;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.jvm.tls.Handshakes;
import io.github.pollhttp.jvm.tls.Identity;
import io.github.pollhttp.jvm.tls.Issuing;
import io.github.pollhttp.jvm.tls.TlsConversation;

/** No message shows a password, a token or a query, or has a character that is not printable ASCII, and none is long, whatever it is about. */
@Timeout(60)
class MessagesTest {
    private static final String SECRET = "S3CRET";
    private static final int LONGEST = 1500;
    private static final List<String> NOISE = List.of("", "\u001B[31m", "\0", "\u007F", "\r\nX: y", "\u202E", "\u0085",
            "\u00E9", " ",
            "x".repeat(120_000));

    @TempDir
    private java.nio.file.Path folder;
    private final PrintStream errors = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void catchWhatIsPrinted() {
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void nothingIsPrintedThatAMessageMustNotShow() {
        System.setErr(errors);
        printed.toString(StandardCharsets.UTF_8).lines().forEach(MessagesTest::assertClean);
    }

    private static void assertClean(String message) {
        assertNotNull(message);
        assertFalse(message.contains(SECRET), () -> message.substring(0, Math.min(message.length(), LONGEST)));
        assertTrue(message.length() <= LONGEST, () -> message.length() + " characters: " + message.substring(0, 200));
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            assertTrue(c >= ' ' && c < 0x7F, () -> "U+" + Integer.toHexString(c) + " in a message");
        }
    }

    /** Texts with each noise at the place of a percent sign. */
    private static List<String> with(String... texts) {
        List<String> all = new ArrayList<>();
        for (String text : texts) {
            NOISE.forEach(noise -> all.add(text.replace("%", noise)));
        }
        return all;
    }

    private static List<String> urls() {
        return with("https://user:S3CRET@a.example/%", "https://user:S3CRET%@a.example/ ",
                "http://u:S3CRET@a.example:port/%",
                "ftp://u:S3CRET@a.example/%", "https://a.example/%?token=S3CRET \\", "https://a.example:99999/?S3CRET%",
                "x%https://a.example/?S3CRET", "https://u:S3CRET#%@a.example", "https:/u:S3CRET@a.example/%",
                "https://a.example:S3CRET/%",
                "https://u:S3CRET?%@a.example/", "https://[::1%?S3CRET", "u:S3CRET@a.example/%",
                "https://a.example/ #S3CRET%");
    }

    // Arguments

    @ParameterizedTest
    @MethodSource("urls")
    void rejectionOfAUrl(String url) {
        try (HTTPRequest http = HTTPRequest.create();
                EventSource events = EventSource.create();
                HTTPClient client = HTTPClient.create()) {
            assertNotEquals(ErrorCode.OK, http.request(url), url);
            assertClean(http.getRejection());
            assertNotEquals(ErrorCode.OK, events.open(url, List.of()));
            assertClean(events.getRejection());
            if (client.connectToHost(url, -1) != ErrorCode.OK) {
                assertClean(client.getRejection());
            }
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                    () -> CookieJar.create().store(url, List.of("a=b")));
            assertClean(e.getMessage());
        }
    }

    private static List<String> proxies() {
        return with("u:S3CRET@a b%", "socks5://u:S3CRET@a/b%", "https://u:S3CRET@a%", "u:S3CRET@a:80%",
                "u:S3CRET/@[::g%", "u:S3CRET@%");
    }

    @ParameterizedTest
    @MethodSource("proxies")
    void rejectionOfAProxy(String proxy) {
        try (HTTPClient client = HTTPClient.create()) {
            try {
                client.setHttpProxy(proxy, 80);
            } catch (IllegalArgumentException e) {
                assertClean(e.getMessage());
            }
            try {
                client.setProxyExclusions(List.of(proxy));
            } catch (IllegalArgumentException e) {
                assertClean(e.getMessage());
            }
            assertClean(client.toString());
        }
    }

    @Test
    void rejectionOfAHeaderOrATarget() throws Exception {
        try (RawServer server = new RawServer(RawServer::awaitEnd); GameLoop game = new GameLoop()) {
            game.connect(server);
            for (String header : with("Authorization Bearer S3CRET%", "Authori zation%: Bearer S3CRET",
                    "Authorization: S3CRET%\0", "S3CRET%",
                    ": S3CRET%", "Content-Length: %x", "Transfer-Encoding: S3CRET%", "X%: a\0S3CRET")) {
                assertNotEquals(ErrorCode.OK, game.client.request(Method.METHOD_GET, "/", List.of(header)), header);
                assertClean(game.client.getRejection());
            }
            for (String target : with("index.html%?S3CRET", "/ %?S3CRET", "u:S3CRET@host/%", "http:/u:S3CRET@host/%",
                    "/\ud800%?S3CRET")) {
                assertNotEquals(ErrorCode.OK, game.client.request(Method.METHOD_GET, target, List.of()), target);
                assertClean(game.client.getRejection());
            }
        }
    }

    @Test
    void pathOfAFile() {
        try (RequestGame game = new RequestGame()) {
            for (String path : with(folder + "/a%\0", folder + "/a\u001B/%/\0")) {
                game.http.setDownloadFile(path);
                game.get("http://127.0.0.1:1/");
                assertClean(game.http.getFailureMessage());
            }
        }
    }

    // Responses

    private static List<String> responses() {
        List<String> heads = new ArrayList<>(with("%\r\n\r\n", "SSH-%\r\n", "HTTP/1.1 2OO %\r\n\r\n",
                "HTTP/1.1 \0%\r\n\r\n",
                "GET /?token=S3CRET% HTTP/1.1\r\nCookie: S3CRET\r\n\r\n", "G / HTTP/1.1\r\nCookie: S3CRET%\r\n\r\n",
                "HTTP/1.1 200 OK\r\nSet-Cookie sid=S3CRET%\r\n\r\n", "HTTP/1.1 200 OK\r\nA%(: S3CRET\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: %S3CRET\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: %S3CRET\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%S3CRET\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;%S3CRET",
                "HTTP/1.1 200 OK\r\nContent-Encoding: br%\r\nContent-Length: 1\r\n\r\nx",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 6\r\n\r\nS3CRET",
                "HTTP/1.1 404 %S3CRET\r\nContent-Type: %\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Type: text/%\r\n\r\n"));
        with("/%?S3CRET", "//u:S3CRET@h/%", "https://u:S3CRET@h/%", "ftp://h/%?S3CRET", "http://h:S3CRET/%",
                "http://[%?S3CRET", "http://u:S3CRET/%@h").forEach(
                        location -> heads
                                .add("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n"));
        return heads;
    }

    @ParameterizedTest
    @MethodSource("responses")
    void failureThatAResponseCauses(String response) throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, response);
        });
                RequestGame game = new RequestGame();
                GameLoop loop = new GameLoop();
                EventSource events = EventSource.create()) {
            String url = RequestGame.url(server.port(), "/a?token=S3CRET");
            game.http.setMaxRedirects(0);
            game.get(url);
            if (game.http.getFailureMessage() != null) {
                assertClean(game.http.getFailureMessage());
            }
            loop.connect(server).get("/a?token=S3CRET").awaitResponse();
            loop.readBody();
            Failure failure = loop.client.getFailure();
            assertClean(failure == null ? "" : failure.message());
            events.open(url, List.of());
            await(() -> {
                events.poll();
                return events.getFailureMessage() != null;
            });
            assertClean(events.getFailureMessage());
        }
    }

    private static void await(BooleanSupplier condition) {
        GameLoop.await(condition);
    }

    @ParameterizedTest
    @MethodSource("tunnelAnswers")
    void failureThatAProxyCauses(String answer) throws Exception {
        for (String scheme : List.of("", "socks5://")) {
            try (RawServer proxy = new RawServer(socket -> {
                socket.getInputStream().read();
                RawServer.send(socket, answer);
            }); GameLoop game = new GameLoop()) {
                game.client.setHttpsProxy(scheme + "user:S3CRET@127.0.0.1", proxy.port());
                assertEquals(ErrorCode.OK, game.client.connectToHost("https://a.example", -1));
                game.awaitWhile(Status.STATUS_RESOLVING);
                game.awaitWhile(Status.STATUS_CONNECTING);
                assertClean(game.client.getFailure().message());
            }
        }
    }

    private static Stream<String> tunnelAnswers() {
        return with("HTTP/1.1 407 %S3CRET\r\nProxy-Authenticate: %S3CRET\r\n\r\n", "HTTP/1.1 999 %\r\n\r\n", "%\r\n",
                "HTTP/1.1 200 OK\r\nA%S3CRET\r\n\r\n",
                "\5\1%", "\5\u00FF%", "\5\0\5\1%").stream();
    }

    @Test
    void namesOfACertificate() throws Exception {
        for (String name : List.of("a\u001B[31m.example", "a\0.example", "x".repeat(2000) + ".example", "a\r\nb")) {
            Identity identity = Issuing.host(name).issue();
            try (RawServer server = new RawServer(TlsConversation.by(identity, RawServer::awaitEnd))) {
                assertClean(Handshakes.fail("game.example", server, TLSOptions.client(identity.pem())).message());
            }
        }
    }

    // Objects

    @Test
    void objectsPrintNoSecret() {
        Identity identity = Issuing.host("a.example").issue();
        TLSOptions options = TLSOptions.client(identity.pem());
        try (HTTPClient client = HTTPClient.create(); HTTPRequest http = HTTPRequest.create()) {
            client.setHttpProxy("user:S3CRET@a.example", 80);
            client.setProxyAuthorization("Bearer S3CRET");
            http.setHttpProxy("user:S3CRET@a.example", 80);
            Cookie cookie = new Cookie("sid", SECRET, "a.example", true, "/", Cookie.SESSION, true, true, "Lax");
            for (Object each : List.of(client, http, options, cookie, Proxy.of("user:S3CRET@a.example", 80),
                    CookieJar.create(),
                    assertThrows(IllegalArgumentException.class, () -> Authorization.bearer("S3CRET\0")).getMessage(),
                    assertThrows(IllegalArgumentException.class, () -> Authorization.basic("a:b", SECRET))
                            .getMessage())) {
                assertClean(each.toString());
            }
        }
    }
}
