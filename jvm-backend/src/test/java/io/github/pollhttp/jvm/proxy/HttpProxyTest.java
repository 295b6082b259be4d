package io.github.pollhttp.jvm.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;

/** Requests to an http origin are sent to an HTTP proxy in absolute form (RFC 9112 section 3.2.2). */
@Timeout(30)
class HttpProxyTest {
    private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();
    private final GameLoop game = new GameLoop();
    private RawServer proxy;

    @BeforeEach
    void start() throws Exception {
        proxy = new RawServer(socket -> {
            while (true) {
                heads.add(RawServer.readHead(socket));
                RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nvia");
            }
        });
        game.client.setHttpProxy("127.0.0.1", proxy.port());
    }

    @AfterEach
    void stop() throws Exception {
        game.close();
        proxy.close();
    }

    private GameLoop connectTo(String host, int port) {
        assertEquals(ErrorCode.OK, game.client.connectToHost(host, port), game.client::getRejection);
        game.awaitWhile(Status.STATUS_RESOLVING);
        assertEquals(Status.STATUS_CONNECTED, game.awaitWhile(Status.STATUS_CONNECTING));
        return game;
    }

    private static String headAtOrigin(GameLoop game, String url) throws Exception {
        BlockingQueue<String> heads = new LinkedBlockingQueue<>();
        try (RawServer origin = new RawServer(socket -> {
            heads.add(RawServer.readHead(socket));
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        })) {
            game.connect(origin);
            game.get(url, "Proxy-Authorization: Basic c2VjcmV0", "X-Own: 1").awaitResponse();
            return heads.take();
        }
    }

    /** RFC 9110 section 11.7.2: the field is for the proxy only. */
    @Test
    void excludedHostDoesNotReceiveTheProxysCredentials() throws Exception {
        game.client.setProxyExclusions(List.of("127.0.0.1"));

        for (String url : List.of("/", "http://127.0.0.1/")) {
            String head = headAtOrigin(game, url);

            assertFalse(head.contains("Proxy-Authorization"), head);
            assertTrue(head.contains("X-Own: 1"), head);
        }
    }

    @Test
    void originDoesNotReceiveCredentialsForAProxyIfThereIsNone() throws Exception {
        game.client.setHttpProxy("", -1);

        assertFalse(headAtOrigin(game, "/").contains("Proxy-Authorization"));
        assertFalse(headAtOrigin(game, "/?a=http://b").contains("Proxy-Authorization"));
    }

    @Test
    void proxyThatTheProgramConnectsToReceivesItsCredentials() throws Exception {
        game.client.setHttpProxy("", -1);

        assertTrue(headAtOrigin(game, "http://example.invalid/").contains("Proxy-Authorization: Basic c2VjcmV0"));
    }

    private String headOf(String url, String... headers) throws Exception {
        game.get(url, headers).awaitResponse();
        assertEquals("via", game.readText());
        return heads.take();
    }

    @Test
    void requestTargetIsAbsoluteAndHostIsTheOrigin() throws Exception {
        connectTo("example.invalid", 80); // only the proxy looks up the name of the origin

        String head = headOf("/a?b=c");

        assertTrue(head.startsWith("GET http://example.invalid/a?b=c HTTP/1.1\r\nHost: example.invalid\r\n"), head);
        assertFalse(head.contains("Proxy-Authorization"), head);
        assertEquals("http://example.invalid/a?b=c", game.client.getResponseUrl());
    }

    @Test
    void nonDefaultPortIsInTargetAndHost() throws Exception {
        connectTo("::1", 8080);

        String head = headOf("/");

        assertTrue(head.startsWith("GET http://[::1]:8080/ HTTP/1.1\r\nHost: [::1]:8080\r\n"), head);
    }

    /** RFC 9112 section 3.2.2: the Host header names the authority of the target. */
    @ParameterizedTest
    @CsvSource({"http://other.invalid/x, http://other.invalid/x, other.invalid",
            "http://B\u00DCcher.invalid/\u00E9, http://xn--bcher-kva.invalid/%C3%A9, xn--bcher-kva.invalid",
            "http://EVIL.invalid:080/../a, http://evil.invalid/a, evil.invalid",
            "http://[0::1]:81?q, http://[::1]:81/?q, [::1]:81"})
    void absoluteUrlIsSentInItsOneSpellingWithItsHost(String url, String target, String host) throws Exception {
        connectTo("example.invalid", 80);

        String head = headOf(url);

        assertTrue(head.startsWith("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n"), head);
        assertEquals(target, game.client.getResponseUrl());
        assertTrue(headOf(url, "Host: own").contains("\r\nHost: own\r\n"));
        assertTrue(headOf("/").contains("\r\nHost: example.invalid\r\n"));
    }

    @Test
    void absoluteUrlOfAnotherHostThanItReadsIsRejected() {
        connectTo("example.invalid", 80);

        for (String url : List.of("http://good.invalid\\@evil.invalid/", "http://x.invalid\uFF0Fy/", "http://h{}/a",
                "http://u:p@x.invalid/", "http://x.invalid\uFF20y/")) {
            assertEquals(ErrorCode.ERR_INVALID_PARAMETER, game.client.request(Method.METHOD_GET, url, List.of()), url);
        }
    }

    @Test
    void absoluteUrlWithoutAProxyHasItsHost() throws Exception {
        game.client.setHttpProxy("", -1);

        String head = headAtOrigin(game, "http://Other.invalid:81/");

        assertTrue(head.startsWith("GET http://other.invalid:81/ HTTP/1.1\r\n"), head);
        assertTrue(head.contains("\r\nHost: other.invalid:81\r\n"), head);
    }

    @Test
    void internationalNameIsSentInPunycode() throws Exception {
        connectTo("b\u00fccher.invalid", 80);

        String head = headOf("/");

        assertTrue(head.startsWith(
                "GET http://xn--bcher-kva.invalid/ HTTP/1.1\r\nHost: xn--bcher-kva.invalid\r\n"), head);
    }

    @Test
    void optionsAsteriskIsSentAsTheOriginWithoutAPath() throws Exception {
        connectTo("example.invalid", 80);

        game.client.request(Method.METHOD_OPTIONS, "*", List.of());
        game.awaitResponse();

        assertTrue(heads.take().startsWith("OPTIONS http://example.invalid HTTP/1.1\r\n"));
    }

    @Test
    void credentialsAreSentWithEachRequest() throws Exception {
        game.client.setHttpProxy("us%65r:p%40ss%3A%C3%BC@127.0.0.1", proxy.port());
        connectTo("example.invalid", 80);

        String line = "\r\nProxy-Authorization: Basic dXNlcjpwQHNzOsO8\r\n"; // user:p@ss:ü
        assertTrue(headOf("/1").contains(line));
        assertTrue(headOf("/2").contains(line));
        assertEquals(1, proxy.connections());
    }

    @Test
    void proxyAuthorizationOfTheProgramReplacesTheCredentials() throws Exception {
        game.client.setHttpProxy("user:password@127.0.0.1", proxy.port());
        connectTo("example.invalid", 80);

        String head = headOf("/", "proxy-authorization: Bearer mine");

        assertTrue(head.contains("\r\nproxy-authorization: Bearer mine\r\n"), head);
        assertFalse(head.contains("Basic"), head);
    }

    @Test
    void excludedHostIsReachedDirectlyWithoutCredentials() throws Exception {
        BlockingQueue<String> direct = new LinkedBlockingQueue<>();
        try (RawServer origin = new RawServer(socket -> {
            direct.add(RawServer.readHead(socket));
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nown");
            RawServer.awaitEnd(socket);
        })) {
            game.client.setHttpProxy("user:password@127.0.0.1", proxy.port());
            game.client.setProxyExclusions(List.of("localhost"));
            connectTo("localhost", origin.port());

            game.get("/x").awaitResponse();

            assertEquals("own", game.readText());
            String head = direct.take();
            assertTrue(head.startsWith("GET /x HTTP/1.1\r\n"), head);
            assertFalse(head.contains("Proxy-Authorization"), head);
            assertEquals(0, proxy.connections());
        }
    }

    @Test
    void unknownProxyNameCannotBeResolved() {
        game.client.setHttpProxy("does-not-exist.invalid", 3128);
        game.client.connectToHost("127.0.0.1", 80);

        assertEquals(Status.STATUS_RESOLVING, game.client.getStatus());
        assertEquals(Status.STATUS_CANT_RESOLVE, game.awaitWhile(Status.STATUS_RESOLVING));
        assertEquals(Phase.RESOLVE, game.client.getFailure().phase());
        assertTrue(game.client.getFailure().message().contains("does-not-exist.invalid"));
    }

    @Test
    void failureOfARefusedProxyConnectionDoesNotContainThePassword() throws Exception {
        try (SocketChannel bound = SocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0))) {
            int port = ((InetSocketAddress) bound.getLocalAddress()).getPort();
            game.client.setHttpProxy("user:secret@127.0.0.1", port);
            game.client.connectToHost("example.invalid", 80);

            assertEquals(Status.STATUS_CONNECTING, game.client.getStatus());
            assertEquals(Status.STATUS_CANT_CONNECT, game.awaitWhile(Status.STATUS_CONNECTING));
            assertEquals(Phase.CONNECT, game.client.getFailure().phase());
            assertEquals(Reason.REFUSED, game.client.getFailure().reason());
            String message = game.client.getFailure().message();
            assertTrue(message.contains("example.invalid") && message.contains("127.0.0.1:" + port), message);
            assertFalse(message.contains("secret"), message);
        }
    }

    @Test
    void failureOfAnExchangeNamesTheProxy() throws Exception {
        try (RawServer closing = new RawServer(RawServer::readHead); GameLoop through = new GameLoop()) {
            through.client.setHttpProxy("127.0.0.1", closing.port());
            through.client.connectToHost("example.invalid", 80);
            assertEquals(Status.STATUS_CONNECTED, through.awaitWhile(Status.STATUS_CONNECTING));

            through.get("/").awaitResponse();

            String message = through.client.getFailure().message();
            assertTrue(message.startsWith("http://example.invalid through the proxy http://127.0.0.1:"), message);
        }
    }

    @Test
    void status407IsDeliveredAsAResponse() throws Exception {
        try (RawServer strict = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 4\r\n\r\nwho?");
            RawServer.awaitEnd(socket);
        })) {
            game.client.setHttpProxy("127.0.0.1", strict.port());
            connectTo("example.invalid", 80).get("/").awaitResponse();

            assertEquals(407, game.client.getResponseCode());
            assertEquals("who?", game.readText());
        }
    }
}
