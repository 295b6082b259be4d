package io.github.pollhttp.jvm.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.jvm.net.ConnectSteps;

/** SOCKS 5 with a scripted proxy (RFC 1928, RFC 1929). */
@Timeout(30)
class Socks5Test {
    private static final String NO_PASSWORD = "0500";
    private static final String CONNECTED = "05000001" + "00000000" + "0000";

    /** The messages that the proxy has received, in hexadecimal. */
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final GameLoop game = new GameLoop();

    @AfterEach
    void stop() {
        game.close();
    }

    private interface Origin {
        void with(Socket socket) throws Exception;
    }

    /** A proxy that sends one reply, given in hexadecimal, for each message. After that the connection belongs to the origin. */
    private RawServer proxy(List<String> replies, Origin origin) throws Exception {
        return new RawServer(socket -> {
            for (int i = 0; i < replies.size(); i++) {
                received.add(HexFormat.of().formatHex(message(socket.getInputStream(), i > 0)));
                send(socket, replies.get(i));
            }
            origin.with(socket);
        });
    }

    /** Reads one message. Its length is in the second byte of a greeting or password, and follows from the address type of a CONNECT request. */
    private static byte[] message(InputStream in, boolean greeted) throws Exception {
        byte[] start = in.readNBytes(2);
        byte[] rest;
        if (start[0] == 5 && greeted) {
            byte[] kind = in.readNBytes(3);
            int length = kind[1] == 1 ? 3 : kind[1] == 4 ? 15 : kind[2] & 0xFF;
            rest = concat(kind, in.readNBytes(length + 2));
        } else if (start[0] == 1) {
            byte[] user = in.readNBytes(start[1] & 0xFF);
            byte[] length = in.readNBytes(1);
            rest = concat(concat(user, length), in.readNBytes(length[0] & 0xFF));
        } else {
            rest = in.readNBytes(start[1]);
        }
        return concat(start, rest);
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = new byte[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static void send(Socket socket, String hex) throws Exception {
        OutputStream out = socket.getOutputStream();
        out.write(HexFormat.of().parseHex(hex));
        out.flush();
    }

    private static void origin(Socket socket) throws Exception {
        String head = RawServer.readHead(socket);
        String body = head.substring(0, head.indexOf('\r'));
        RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        RawServer.awaitEnd(socket);
    }

    private Status connectThrough(RawServer proxy, String userInfo, String host) {
        game.client.setHttpProxy("socks5://" + userInfo + "127.0.0.1", proxy.port());
        assertEquals(ErrorCode.OK, game.client.connectToHost(host, 8080), game.client::getRejection);
        return game.awaitWhile(Status.STATUS_CONNECTING);
    }

    private void assertFailed(Reason reason, String inMessage) {
        assertEquals(Status.STATUS_CANT_CONNECT, game.client.getStatus());
        assertEquals(Phase.PROXY, game.client.getFailure().phase());
        assertEquals(reason, game.client.getFailure().reason());
        assertTrue(game.client.getFailure().message().contains(inMessage), game.client.getFailure().message());
    }

    @ParameterizedTest
    @CsvSource({"example.invalid, 030f6578616d706c652e696e76616c6964", "192.0.2.7, 01c0000207",
            "2001:db8::1, 0420010db8000000000000000000000001",
            "b\u00fccher.invalid, 0315786e2d2d6263686572 2d6b76612e696e76616c6964"})
    void proxyReceivesTheHostWithoutALookUp(String host, String address) throws Exception {
        try (RawServer proxy = proxy(List.of(NO_PASSWORD, CONNECTED), Socks5Test::origin)) {
            assertEquals(Status.STATUS_CONNECTED, connectThrough(proxy, "", host));

            assertEquals("050100", received.take());
            assertEquals("050100" + address.replace(" ", "") + "1f90", received.take());
        }
    }

    @Test
    void requestThroughTheProxyHasThePathForm() throws Exception {
        try (RawServer proxy = proxy(List.of(NO_PASSWORD, CONNECTED), Socks5Test::origin)) {
            connectThrough(proxy, "", "example.invalid");

            game.get("/x").awaitResponse();

            assertEquals("GET /x HTTP/1.1", game.readText());
            assertEquals("http://example.invalid:8080/x", game.client.getResponseUrl());
        }
    }

    @Test
    void passwordIsSentIfTheProxyRequiresIt() throws Exception {
        try (RawServer proxy = proxy(List.of("0502", "0100", CONNECTED), Socks5Test::origin)) {
            assertEquals(Status.STATUS_CONNECTED, connectThrough(proxy, "me:p%40ss@", "192.0.2.7"));

            assertEquals("05020002", received.take());
            assertEquals("01026d650470407373", received.take());
        }
    }

    @Test
    void passwordIsNotSentIfTheProxyDoesNotRequireIt() throws Exception {
        try (RawServer proxy = proxy(List.of(NO_PASSWORD, CONNECTED), Socks5Test::origin)) {
            assertEquals(Status.STATUS_CONNECTED, connectThrough(proxy, "me:pass@", "192.0.2.7"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"05000001c00002071234", "0500000420010db80000000000000000000000011234",
            "0500000303616263" + "1234", "050000030000" + "50"})
    void bytesAfterAReplyOfAnyAddressTypeComeFromTheOrigin(String reply) throws Exception {
        try (RawServer proxy = proxy(List.of(NO_PASSWORD, reply + "4142"), RawServer::awaitEnd)) {
            connectThrough(proxy, "", "192.0.2.7");

            assertEquals("AB", ConnectSteps.read(game.client.getConnection(), 2));
        }
    }

    @Test
    void repliesMayArriveByteByByte() throws Exception {
        try (RawServer proxy = new RawServer(socket -> {
            socket.setTcpNoDelay(true);
            message(socket.getInputStream(), false);
            send(socket, "05");
            send(socket, "00");
            message(socket.getInputStream(), true);
            for (int i = 0; i < CONNECTED.length(); i += 2) {
                send(socket, CONNECTED.substring(i, i + 2));
            }
            origin(socket);
        })) {
            assertEquals(Status.STATUS_CONNECTED, connectThrough(proxy, "", "192.0.2.7"));
        }
    }

    @ParameterizedTest
    @CsvSource({"01, general failure", "02, rules", "03, network", "04, host is unreachable", "05, refused",
            "06, TTL expired",
            "07, connections", "08, type of address", "5b, unknown reason"})
    void errorReplyFailsWithItsMeaning(String code, String meaning) throws Exception {
        try (RawServer proxy = proxy(List.of(NO_PASSWORD, "05" + code), RawServer::awaitEnd)) {
            connectThrough(proxy, "", "example.invalid");

            assertFailed(Reason.PROXY_REFUSED, meaning);
            assertTrue(game.client.getFailure().message().contains(Integer.toString(Integer.parseInt(code, 16))));
        }
    }

    @ParameterizedTest
    @CsvSource({"'', requires a user", "me:pass@, authentication by user"})
    void noAcceptableMethodFails(String userInfo, String meaning) throws Exception {
        try (RawServer proxy = proxy(List.of("05ff"), RawServer::awaitEnd)) {
            connectThrough(proxy, userInfo, "example.invalid");

            assertFailed(Reason.PROXY_REFUSED, meaning);
        }
    }

    @Test
    void wrongPasswordFails() throws Exception {
        try (RawServer proxy = proxy(List.of("0502", "0101"), RawServer::awaitEnd)) {
            connectThrough(proxy, "me:wrong@", "example.invalid");

            assertFailed(Reason.PROXY_REFUSED, "did not accept the user and password");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4854", "0400", "0503", "0502"})
    void unknownVersionOrMethodFailsAsMalformed(String greeting) throws Exception {
        try (RawServer proxy = proxy(List.of(greeting), RawServer::awaitEnd)) {
            connectThrough(proxy, "", "example.invalid");

            assertFailed(Reason.RESPONSE_MALFORMED, "127.0.0.1:" + proxy.port());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0500000200"})
    void replyOfAnotherVersionOrAddressTypeFailsAsMalformed(String reply) throws Exception {
        try (RawServer proxy = proxy(List.of(NO_PASSWORD, reply), RawServer::awaitEnd)) {
            connectThrough(proxy, "", "example.invalid");

            assertFailed(Reason.RESPONSE_MALFORMED, "example.invalid");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "05", "0500"})
    void closeBeforeTheReplyIsCompleteFailsAsReset(String bytes) throws Exception {
        try (RawServer proxy = proxy(List.of(bytes), socket -> {})) {
            connectThrough(proxy, "", "example.invalid");

            assertFailed(Reason.CONNECTION_RESET, "the proxy closed the connection");
        }
    }

    @Test
    void proxyThatSendsNothingTimesOutAndIsDisconnected() throws Exception {
        BlockingQueue<Boolean> ended = new LinkedBlockingQueue<>();
        try (RawServer proxy = new RawServer(socket -> {
            RawServer.awaitEnd(socket);
            ended.add(true);
        })) {
            game.client.setConnectTimeout(0.2);
            connectThrough(proxy, "", "example.invalid");

            assertEquals(Status.STATUS_CANT_CONNECT, game.client.getStatus());
            assertEquals(Reason.TIMEOUT, game.client.getFailure().reason());
            GameLoop.await(() -> !ended.isEmpty());
        }
    }

    @Test
    void proxyThatStopsHalfwayTimesOut() throws Exception {
        try (RawServer proxy = proxy(List.of("0502"), RawServer::awaitEnd)) {
            game.client.setConnectTimeout(0.2);
            connectThrough(proxy, "me:pass@", "example.invalid");

            assertEquals(Reason.TIMEOUT, game.client.getFailure().reason());
        }
    }

    @Test
    void passwordOfMoreThan255BytesIsRejected() {
        game.client.setHttpProxy("socks5://me:" + "p".repeat(256) + "@127.0.0.1", 1080);

        assertEquals(ErrorCode.ERR_INVALID_PARAMETER, game.client.connectToHost("192.0.2.7", 80));
        assertTrue(game.client.getRejection().contains("255"), game.client.getRejection());
    }

    @Test
    void percentSignWithoutHexDigitsIsKept() {
        ProxyCredentials credentials = ProxyCredentials.of("50%:100%zz%4");

        assertArrayEquals("50%".getBytes(), credentials.user());
        assertArrayEquals("100%zz%4".getBytes(), credentials.password());
    }
}
