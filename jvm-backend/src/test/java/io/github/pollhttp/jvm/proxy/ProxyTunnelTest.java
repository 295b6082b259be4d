package io.github.pollhttp.jvm.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.jvm.net.ConnectSequence;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.jvm.net.ConnectSteps;
import io.github.pollhttp.jvm.net.Dialer;
import io.github.pollhttp.jvm.net.Failures;
import io.github.pollhttp.jvm.net.SharedResolver;

/** CONNECT with scripted proxies, among them hostile ones (RFC 9110 section 9.3.6). */
@Timeout(30)
class ProxyTunnelTest {
    private static final String TARGET = "example.com:443";

    private static ConnectSequence through(RawServer proxy, String credentials) {
        Failures failures = new Failures("https://example.com");
        Dialer dialer = new Dialer(new Endpoint(false, "127.0.0.1", proxy.port()), SharedResolver.INSTANCE,
                System::nanoTime, failures);
        return new ConnectSequence(dialer,
                List.of(stream -> new ProxyTunnel(stream, new TunnelRequest(TARGET, credentials, "agent"),
                        ResponseLimits.DEFAULT, failures)));
    }

    private static RawServer answering(String response) throws IOException {
        return new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, response);
            RawServer.awaitEnd(socket);
        });
    }

    private static String firstBytesAfter(String response) throws IOException {
        try (RawServer proxy = answering(response)) {
            StreamPeer tunnel = ConnectSteps.awaitStream(through(proxy, null));
            String bytes = ConnectSteps.read(tunnel, 5);
            tunnel.close();
            return bytes;
        }
    }

    private static Failure failureAfter(String response) throws IOException {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        try (RawServer proxy = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, response);
            RawServer.awaitEnd(socket);
            ended.complete(true);
        })) {
            Failure failure = ConnectSteps.awaitFailure(through(proxy, null));
            GameLoop.await(ended::isDone); // the client has closed the connection
            return failure;
        }
    }

    private static String headSentWith(String credentials) throws Exception {
        CompletableFuture<String> head = new CompletableFuture<>();
        try (RawServer proxy = new RawServer(socket -> {
            head.complete(RawServer.readHead(socket));
            RawServer.send(socket, "HTTP/1.1 200 OK\r\n\r\n");
            RawServer.awaitEnd(socket);
        })) {
            ConnectSteps.awaitStream(through(proxy, credentials)).close();
            return head.get();
        }
    }

    @Test
    void connectNamesTheTargetInRequestLineAndHost() throws Exception {
        String head = headSentWith(null);

        assertTrue(head.startsWith("CONNECT example.com:443 HTTP/1.1\r\n"), head);
        assertTrue(head.contains("\r\nHost: example.com:443\r\n"), head);
        assertFalse(head.contains("Proxy-Authorization"), head);
        assertFalse(head.contains("Content-Length"), head);
    }

    @Test
    void credentialsAreSentToTheProxy() throws Exception {
        String head = headSentWith(ProxyCredentials.of("Aladdin:open sesame").basic());

        assertTrue(head.contains("\r\nProxy-Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n"), head);
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "200 Connection established", "200", "201 Created", "204 No Content", "299 Odd"})
    void anyStatus2xxOpensTheTunnel(String status) throws Exception {
        assertEquals("hello", firstBytesAfter("HTTP/1.1 " + status + "\r\n\r\nhello"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5", "Content-Length: 0", "Transfer-Encoding: chunked", "Connection: close",
            "Content-Length: nonsense"})
    void fieldsOfASuccessfulConnectResponseDoNotAffectTheTunnel(String field) throws Exception {
        assertEquals("hello", firstBytesAfter("HTTP/1.1 200 OK\r\n" + field + "\r\n\r\nhello"));
    }

    @Test
    void interimResponsesAreSkipped() throws Exception {
        assertEquals("hello", firstBytesAfter("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\nhello"));
    }

    @Test
    void connectResponseMayArriveByteByByte() throws Exception {
        try (RawServer proxy = new RawServer(socket -> {
            RawServer.readHead(socket);
            socket.setTcpNoDelay(true);
            for (char c : "HTTP/1.0 200 OK\r\n\r\nfirst".toCharArray()) {
                RawServer.send(socket, String.valueOf(c));
            }
            socket.getInputStream().transferTo(socket.getOutputStream());
        })) {
            StreamPeer tunnel = ConnectSteps.awaitStream(through(proxy, null));
            ConnectSteps.write(tunnel, "echo");
            assertEquals("firstecho", ConnectSteps.read(tunnel, 9));
            tunnel.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"407 Proxy Authentication Required", "403 Forbidden", "502 Bad Gateway", "101 Switching",
            "302 Found", "999 Odd"})
    void anyOtherStatusFailsWithItsCode(String status) throws Exception {
        Failure failure = failureAfter("HTTP/1.1 " + status + "\r\nContent-Length: 4\r\n\r\nbody");

        assertEquals(Phase.PROXY, failure.phase());
        assertEquals(Reason.PROXY_REFUSED, failure.reason());
        assertTrue(failure.message().contains(status.substring(0, 3)), failure.message());
        assertTrue(failure.message().contains("example.com"), failure.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n\r\n", "\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
            "\r\nContent-Length: 99\r\n\r\n"})
    void bodyOfAnErrorResponseIsNotAwaited(String rest) throws Exception {
        assertEquals(Reason.PROXY_REFUSED, failureAfter("HTTP/1.1 407 No" + rest).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH\r\n", "\u0005\u0000", "HTTP/2 200\r\n\r\n",
            "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
            "HTTP/1.1 200 OK\r\nA: b\u0000\r\n\r\n", "HTTP/1.1 20 OK\r\n\r\n"})
    void bytesThatAreNoHttpResponseFailAsMalformed(String bytes) throws Exception {
        Failure failure = failureAfter(bytes);

        assertEquals(Phase.PROXY, failure.phase());
        assertEquals(Reason.RESPONSE_MALFORMED, failure.reason());
    }

    @Test
    void endlessHeadFailsAsTooLarge() throws Exception {
        try (RawServer proxy = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 200 OK\r\n");
            while (true) {
                RawServer.send(socket, "A: " + "a".repeat(8_000) + "\r\n");
            }
        })) {
            Failure failure = ConnectSteps.awaitFailure(through(proxy, null));

            assertEquals(Phase.PROXY, failure.phase());
            assertEquals(Reason.RESPONSE_TOO_LARGE, failure.reason());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 O", "HTTP/1.1 200 OK\r\nA: b\r\n"})
    void closeBeforeTheEndOfTheHeadFailsAsReset(String bytes) throws Exception {
        try (RawServer proxy = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, bytes);
        })) {
            Failure failure = ConnectSteps.awaitFailure(through(proxy, null));

            assertEquals(Phase.PROXY, failure.phase());
            assertEquals(Reason.CONNECTION_RESET, failure.reason());
        }
    }

    @Test
    void closeEndsTheConnectionToAProxyThatSendsNothing() throws Exception {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        try (RawServer proxy = new RawServer(socket -> {
            RawServer.awaitEnd(socket);
            ended.complete(true);
        })) {
            ConnectSequence sequence = through(proxy, null);
            GameLoop.await(() -> {
                try {
                    return sequence.poll() == null && proxy.connections() == 1;
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            sequence.close();

            GameLoop.await(ended::isDone);
        }
    }
}
