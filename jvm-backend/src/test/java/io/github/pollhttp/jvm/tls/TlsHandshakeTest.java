package io.github.pollhttp.jvm.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.security.SignatureException;
import java.util.Arrays;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.jvm.testing.ByteByByteStream;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.jvm.testing.RecordingStream;
import io.github.pollhttp.jvm.net.ConnectStep;
import io.github.pollhttp.jvm.net.Failures;

/** TLS handshakes: versions, SNI, ALPN, session resumption, and servers with which the handshake fails. */
@Timeout(60)
class TlsHandshakeTest {
    private static final Identity SERVER = Issuing.host("game.example").name("localhost").issue();
    private static final TLSOptions TRUSTING = TLSOptions.client(SERVER.pem());

    private static TlsConversation converse(TlsConversation.OverTls conversation) throws Exception {
        return TlsConversation.by(SERVER, conversation);
    }

    // Versions

    private static void assertAccepted(String protocol) throws Exception {
        BlockingQueue<String> spoken = new LinkedBlockingQueue<>();
        try (RawServer server = new RawServer(converse(socket -> {
            spoken.add(socket.getSession().getProtocol());
            RawServer.awaitEnd(socket);
        }).withProtocols(protocol))) {
            Handshakes.succeed("game.example", server, TRUSTING).close();
            assertEquals(protocol, spoken.take());
        }
    }

    @Test
    void serverWithOnlyTls12IsAccepted() throws Exception {
        assertAccepted("TLSv1.2");
    }

    @Test
    void serverWithOnlyTls13IsAccepted() throws Exception {
        assertAccepted("TLSv1.3");
    }

    /** Sends a hand-made ServerHello that chooses TLS 1.1, because the JDK no longer supports that version. */
    private static void answerInTLS11(Socket socket) throws Exception {
        socket.getInputStream().read();
        byte[] hello = new byte[5 + 4 + 38];
        byte[] start = {22, 3, 2, 0, 42, 2, 0, 0, 38, 3, 2};
        System.arraycopy(start, 0, hello, 0, start.length);
        hello[44] = (byte) 0xC0;
        hello[45] = 0x13; // TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, after the random and an empty session ID
        socket.getOutputStream().write(hello);
        RawServer.awaitEnd(socket);
    }

    @Test
    void serverWithOnlyTls11Fails() throws Exception {
        try (RawServer server = new RawServer(TlsHandshakeTest::answerInTLS11)) {
            Failure failure = Handshakes.fail("game.example", server, TLSOptions.clientUnsafe());
            assertEquals(Reason.TLS_PROTOCOL, failure.reason());
            assertTrue(failure.cause().getMessage().contains("TLS11"), failure.cause().getMessage());
            assertTrue(failure.message().contains("TLS 1.2 or 1.3"), failure.message());
        }
    }

    /** RFC 8446 section 6.2: alerts about errors end the connection, whatever level they have. */
    @ParameterizedTest
    @CsvSource({"2, 70, protocol_version", "1, 70, protocol_version", "1, 40, handshake_failure",
            "3, 40, handshake_failure",
            "1, 112, unrecognized_name", "1, 48, unknown_ca", "1, 120, no_application_protocol", "2, 200, 200",
            "1, 200, 200"})
    void alertOfTheServerIsInTheMessage(byte level, int number, String name) throws Exception {
        byte[] alert = {21, 3, 1, 0, 2, level, (byte) number};
        try (RawServer server = new RawServer(socket -> {
            socket.getInputStream().read();
            socket.getOutputStream().write(alert);
            RawServer.awaitEnd(socket);
        })) {
            Failure failure = Handshakes.fail("game.example", server, TRUSTING);
            assertEquals(Reason.TLS_PROTOCOL, failure.reason());
            assertTrue(failure.message().contains("with the alert " + name + ". "), failure.message());
        }
    }

    // SNI, ALPN and alerts

    private static List<String> askedFor(SSLSocket socket) {
        return ((ExtendedSSLSession) socket.getSession()).getRequestedServerNames().stream()
                .map(each -> new String(each.getEncoded(), StandardCharsets.US_ASCII)).toList();
    }

    private static List<String> serverNamesFor(String host, TLSOptions options) throws Exception {
        BlockingQueue<List<String>> asked = new LinkedBlockingQueue<>();
        try (RawServer server = new RawServer(converse(socket -> {
            asked.add(askedFor(socket));
            RawServer.awaitEnd(socket);
        }))) {
            Handshakes.succeed(host, server, options).close();
            return asked.take();
        }
    }

    @Test
    void sniIsTheHostEvenIfAnotherNameIsExpected() throws Exception {
        assertEquals(List.of("game.example"), serverNamesFor("game.example", TRUSTING));
        assertEquals(List.of("localhost"), serverNamesFor("localhost", TRUSTING));
        assertEquals(List.of("elsewhere.example"),
                serverNamesFor("elsewhere.example", TLSOptions.client(SERVER.pem(), "game.example")));
        assertEquals(List.of("game.example"), serverNamesFor("game.example.", TLSOptions.clientUnsafe()));
    }

    @Test
    void ipAddressIsNotSentAsSni() throws Exception {
        assertEquals(List.of(), serverNamesFor("127.0.0.1", TLSOptions.clientUnsafe()));
        assertEquals(List.of(), serverNamesFor("::1", TLSOptions.clientUnsafe()));
    }

    @Test
    void alpnNegotiatesHttp11() throws Exception {
        BlockingQueue<String> chosen = new LinkedBlockingQueue<>();
        try (RawServer server = new RawServer(converse(socket -> {
            chosen.add(socket.getApplicationProtocol());
            RawServer.awaitEnd(socket);
        }).withAlpn("h2", "http/1.1"))) {
            Handshakes.succeed("game.example", server, TRUSTING).close();
            assertEquals("http/1.1", chosen.take());
        }
    }

    @Test
    void serverWithoutHttp11Fails() throws Exception {
        try (RawServer server = new RawServer(converse(RawServer::awaitEnd).withAlpn("h2"))) {
            Failure failure = Handshakes.fail("game.example", server, TRUSTING);
            assertEquals(Reason.TLS_PROTOCOL, failure.reason());
            assertTrue(failure.message().contains("HTTP/1.1"), failure.message());
        }
    }

    /** Checks the sent bytes, because a server that is still sending when the alert arrives may see only a broken connection. */
    @Test
    void wrongCertificateSendsTheAlertCertificateUnknown() throws Exception {
        try (RawServer server = new RawServer(converse(RawServer::awaitEnd).withProtocols("TLSv1.2"))) {
            RecordingStream stream = new RecordingStream(Handshakes.stream(server));
            Handshakes.fail("other.example", stream, TRUSTING);
            // RFC 5246 sections 6.2.1 and 7.2: a fatal alert, certificate_unknown; unencrypted because there are no keys yet
            assertEquals("1503030002022e", stream.lastInHex(7));
        }
    }

    // Sessions

    /** @return whether the second connection resumed the session of the first */
    private static boolean resumes(String protocol, TLSOptions first, TLSOptions second) throws Exception {
        BlockingQueue<Long> sessions = new LinkedBlockingQueue<>();
        try (RawServer server = new RawServer(converse(socket -> {
            sessions.add(socket.getSession().getCreationTime());
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
            RawServer.awaitEnd(socket);
        }).withProtocols(protocol))) {
            long begun = exchange(server, first, sessions);
            // TLS 1.3 sessions have no ID, so the test tells them apart by their creation time in milliseconds.
            GameLoop.await(() -> System.currentTimeMillis() > begun);
            return exchange(server, second, sessions) == begun;
        }
    }

    private static long exchange(RawServer server, TLSOptions options, BlockingQueue<Long> sessions) throws Exception {
        try (GameLoop game = new GameLoop().connectTls(server, options)) {
            assertEquals(Status.STATUS_BODY, game.get("/").awaitResponse());
            assertEquals("hello", game.readText());
            return sessions.take();
        }
    }

    @Test
    void secondConnectionResumesTheSession() throws Exception {
        assertTrue(resumes("TLSv1.3", TLSOptions.client(SERVER.pem()), TLSOptions.client(SERVER.pem())));
        assertTrue(resumes("TLSv1.2", TLSOptions.client(SERVER.pem()), TLSOptions.client(SERVER.pem())));
    }

    @Test
    void uncheckedSessionIsNotResumedWithCheckingOptions() throws Exception {
        assertFalse(resumes("TLSv1.3", TLSOptions.clientUnsafe(), TRUSTING));
        assertFalse(resumes("TLSv1.2", TLSOptions.clientUnsafe(), TRUSTING));
    }

    // Failing and slow handshakes

    private static void assertHandshakeError(RawServer server, Reason reason) {
        try (GameLoop game = new GameLoop()) {
            game.client.connectToHost("127.0.0.1", server.port(), TRUSTING);
            ErrorCode[] polled = {ErrorCode.OK};
            GameLoop.await(() -> {
                polled[0] = game.client.poll();
                return game.client.getStatus() != Status.STATUS_CONNECTING;
            });
            assertEquals(Status.STATUS_TLS_HANDSHAKE_ERROR, game.client.getStatus());
            assertEquals(ErrorCode.ERR_CANT_CONNECT, polled[0]);
            assertEquals(ErrorCode.ERR_CONNECTION_ERROR, game.client.poll());
            assertEquals(Phase.TLS, game.client.getFailure().phase());
            assertEquals(reason, game.client.getFailure().reason());
        }
    }

    @Test
    void plainTextAnswerIsATlsProtocolFailure() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            socket.getInputStream().read();
            RawServer.send(socket, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            RawServer.awaitEnd(socket);
        })) {
            assertHandshakeError(server, Reason.TLS_PROTOCOL);
        }
    }

    @Test
    void connectionThatEndsDuringTheHandshakeIsAConnectionReset() throws Exception {
        try (RawServer server = new RawServer(socket -> socket.getInputStream().readNBytes(100))) {
            assertHandshakeError(server, Reason.CONNECTION_RESET);
        }
    }

    @Test
    void closeNotifyDuringTheHandshakeIsAConnectionReset() throws Exception {
        byte[] closeNotify = {21, 3, 3, 0, 2, 1, 0};
        try (RawServer server = new RawServer(socket -> {
            socket.getInputStream().read();
            socket.getOutputStream().write(closeNotify);
            RawServer.awaitEnd(socket);
        })) {
            assertHandshakeError(server, Reason.CONNECTION_RESET);
        }
    }

    private static void assertChangedByteIsATlsProtocolFailure(String protocol, int position) throws Exception {
        try (RawServer server = new RawServer(converse(RawServer::awaitEnd).withProtocols(protocol))) {
            CorruptingStream stream = new CorruptingStream(Handshakes.stream(server));
            stream.beginAt(position);
            Failure failure = Handshakes.fail("game.example", stream, TRUSTING);
            assertEquals(Reason.TLS_PROTOCOL, failure.reason(), failure.message());
        }
    }

    /** The ServerHello of TLS 1.3 ends before byte 200; all later records are encrypted. */
    @Test
    void changedByteOfAnEncryptedHandshakeRecordIsATlsProtocolFailure() throws Exception {
        assertChangedByteIsATlsProtocolFailure("TLSv1.3", 300);
        assertChangedByteIsATlsProtocolFailure("TLSv1.3", 500);
    }

    @Test
    void wrongSignatureOfTheHandshakeIsATlsProtocolFailure() throws Exception {
        SSLHandshakeException cause = new SSLHandshakeException("cannot verify the signature");
        cause.initCause(new SignatureException("wrong"));
        Failure failure = new TlsFailures(new Failures("https://game.example")).handshake(cause).failure();
        assertEquals(Reason.TLS_PROTOCOL, failure.reason());
    }

    @Test
    void certificateForAnotherHostIsAHandshakeError() throws Exception {
        try (RawServer server = new RawServer(converse(RawServer::awaitEnd))) {
            assertHandshakeError(server, Reason.TLS_WRONG_HOST);
        }
    }

    @Test
    void silentServerFailsAfterTheConnectTimeout() throws Exception {
        try (RawServer server = new RawServer(RawServer::awaitEnd); GameLoop game = new GameLoop()) {
            game.client.setConnectTimeout(0.3);
            game.client.connectToHost("127.0.0.1", server.port(), TRUSTING);
            assertEquals(Status.STATUS_CANT_CONNECT, game.awaitWhile(Status.STATUS_CONNECTING));
            assertEquals(Reason.TIMEOUT, game.client.getFailure().reason());
            assertEquals(1, server.connections());
        }
    }

    @Test
    void closeOnAnotherThreadEndsTheHandshakeAndTheConnection() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (RawServer server = new RawServer(socket -> {
            socket.getInputStream().read();
            begun.countDown();
            RawServer.awaitEnd(socket);
            ended.countDown();
        }); GameLoop game = new GameLoop()) {
            game.client.connectToHost("127.0.0.1", server.port(), TRUSTING);
            GameLoop.await(() -> {
                game.client.poll();
                return begun.getCount() == 0;
            });
            Thread closing = new Thread(game.client::close);
            closing.start();
            closing.join();
            ended.await();
            assertEquals(ErrorCode.ERR_UNCONFIGURED, game.client.poll());
            assertNull(game.client.getFailure());
        }
    }

    @Test
    void handshakeThatArrivesByteByByteSucceeds() throws Exception {
        try (RawServer server = new RawServer(converse(RawServer::awaitEnd))) {
            ConnectStep handshake = Handshakes.begin("game.example", new ByteByByteStream(Handshakes.stream(server)),
                    TRUSTING);
            StreamPeer[] stream = new StreamPeer[1];
            GameLoop.await(() -> {
                stream[0] = Handshakes.poll(handshake);
                return stream[0] != null;
            });
            stream[0].close();
        }
    }

    @Test
    void fiftyConcurrentHandshakesSucceed() throws Exception {
        try (RawServer server = new RawServer(converse(RawServer::awaitEnd))) {
            ConnectStep[] handshakes = new ConnectStep[50];
            for (int i = 0; i < handshakes.length; i++) {
                handshakes[i] = Handshakes.begin("game.example", server, TRUSTING);
            }
            StreamPeer[] streams = new StreamPeer[handshakes.length];
            GameLoop.await(() -> {
                Arrays.setAll(streams, i -> streams[i] != null ? streams[i] : Handshakes.poll(handshakes[i]));
                return Arrays.stream(streams).allMatch(each -> each != null);
            });
            Arrays.stream(streams).forEach(StreamPeer::close);
        }
    }
}
