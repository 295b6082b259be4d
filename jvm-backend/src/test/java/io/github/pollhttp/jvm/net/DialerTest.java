package io.github.pollhttp.jvm.net;

import io.github.pollhttp.spi.FailureException;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.ManualClock;
import io.github.pollhttp.jvm.testing.RawServer;

/** From a host name to a connected socket. The test answers the look-ups, and all connections go over loopback. */
@Timeout(30)
class DialerTest {
    private final CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
    private final List<String> asked = new ArrayList<>();

    @BeforeAll
    static void requireBothAddressFamilies() throws Exception {
        try (RawServer six = new RawServer("::1", RawServer::awaitEnd)) {
            assertTrue(six.port() > 0, "these tests need IPv6 on loopback");
        }
    }

    private Dialer dial(String host, int port) {
        return new Dialer(new Endpoint(false, host, port), name -> {
            asked.add(name);
            return answer;
        }, System::nanoTime, new Failures("http://" + host));
    }

    private static int freePort() throws Exception {
        try (SocketChannel bound = SocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0))) {
            return ((InetSocketAddress) bound.getLocalAddress()).getPort();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "127.0.0.1"})
    void serverOnEitherAddressFamilyIsReached(String address) throws Exception {
        answer.complete(List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("::1")));
        try (RawServer server = new RawServer(address, RawServer::awaitEnd)) {
            Dialer dialer = dial("example.com", server.port());

            StreamPeer stream = ConnectSteps.awaitStream(dialer);

            GameLoop.await(() -> server.connections() == 1);
            stream.close();
            assertEquals(List.of("example.com"), asked);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "127.0.0.1"})
    void localhostIsReachedOnEitherAddressFamily(String address) throws Exception {
        try (RawServer server = new RawServer(address, socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
            RawServer.awaitEnd(socket);
        }); GameLoop game = new GameLoop()) {
            game.client.connectToHost("localhost", server.port());
            game.awaitWhile(Status.STATUS_RESOLVING);
            assertEquals(Status.STATUS_CONNECTED, game.awaitWhile(Status.STATUS_CONNECTING));
            game.get("/").awaitResponse();
            assertEquals("hi", game.readText());
        }
    }

    @Test
    void addressThatDoesNotAnswerDelaysTheNextBy250Milliseconds() throws Exception {
        ManualClock clock = new ManualClock();
        try (RawServer server = new RawServer(RawServer::awaitEnd)) {
            InetAddress reachable = InetAddress.getByName("127.0.0.1");
            UnansweredConnect unanswered = new UnansweredConnect();
            HappyEyeballs race = new HappyEyeballs(List.of(InetAddress.getByName("::1"), reachable),
                    address -> address.equals(reachable)
                            ? new TcpConnect(new InetSocketAddress(address, server.port()), new Failures("http://x"))
                            : unanswered,
                    clock);
            assertNull(race.poll());
            clock.advanceMillis(249);
            assertNull(race.poll());
            assertEquals(0, server.connections());

            clock.advanceMillis(1);
            ConnectSteps.awaitStream(race).close();

            assertTrue(unanswered.closed);
        }
    }

    private static final class UnansweredConnect implements ConnectStep {
        private boolean closed;

        @Override
        public StreamPeer poll() {
            return null;
        }

        @Override
        public void awaitedBy(WaitSet readiness) {
            throw new AssertionError("this test does not use blocking mode");
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void literalAddressIsNotLookedUp() throws Exception {
        try (RawServer server = new RawServer("::1", RawServer::awaitEnd)) {
            Dialer dialer = dial("0:0:0:0:0:0:0:1", server.port());

            assertFalse(dialer.isResolving());
            ConnectSteps.awaitStream(dialer).close();
            assertEquals(List.of(), asked);
        }
    }

    @Test
    void pollReturnsDuringASlowLookUp() throws Exception {
        try (RawServer server = new RawServer(RawServer::awaitEnd)) {
            Dialer dialer = dial("example.com", server.port());
            assertNull(dialer.poll());
            assertNull(dialer.poll());
            assertTrue(dialer.isResolving());

            answer.complete(List.of(InetAddress.getByName("127.0.0.1")));
            assertNull(dialer.poll());
            assertFalse(dialer.isResolving());
            ConnectSteps.awaitStream(dialer).close();
        }
    }

    @Test
    void allAddressesRefusingFailsAsRefused() throws Exception {
        answer.complete(List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("::1")));

        Failure failure = ConnectSteps.awaitFailure(dial("example.com", freePort()));

        assertEquals(Phase.CONNECT, failure.phase());
        assertEquals(Reason.REFUSED, failure.reason());
        assertTrue(failure.message().contains("example.com"), failure.message());
        assertNotNull(failure.cause());
    }

    @Test
    void addressThatTcpCannotConnectToIsUnreachable() throws Exception {
        answer.complete(List.of(InetAddress.getByName("ff01::1"))); // interface-local multicast, to which the system rejects TCP

        Failure failure = ConnectSteps.awaitFailure(dial("example.com", 80));

        assertEquals(Phase.CONNECT, failure.phase());
        assertEquals(Reason.UNREACHABLE, failure.reason());
    }

    @Test
    void unknownNameFailsAsNameNotFound() {
        answer.completeExceptionally(new UnknownHostException("example.com: Name or service not known"));

        Failure failure = ConnectSteps.awaitFailure(dial("example.com", 80));

        assertEquals(Phase.RESOLVE, failure.phase());
        assertEquals(Reason.NAME_NOT_FOUND, failure.reason());
    }

    @Test
    void nameServerThatDoesNotAnswerFailsAsLookUpFailed() {
        answer.completeExceptionally(new UnknownHostException("example.com: Temporary failure in name resolution"));

        Failure failure = ConnectSteps.awaitFailure(dial("example.com", 80));

        assertEquals(Phase.RESOLVE, failure.phase());
        assertEquals(Reason.NAME_LOOKUP_FAILED, failure.reason());
    }

    @Test
    void closeDuringALookUpKeepsTheSharedLookUpAndDoesNotConnect() throws Exception {
        try (RawServer server = new RawServer(RawServer::awaitEnd)) {
            Dialer closed = dial("example.com", server.port());
            Dialer other = dial("example.com", server.port());
            closed.poll();
            closed.close();

            assertFalse(answer.isCancelled());
            answer.complete(List.of(InetAddress.getByName("127.0.0.1")));
            assertNull(closed.poll());
            assertThrows(FailureException.class, closed::poll);
            StreamPeer stream = ConnectSteps.awaitStream(other);
            GameLoop.await(() -> server.connections() == 1);
            stream.close();
        }
    }

    @Test
    void closeAfterConnectClosesTheConnection() throws Exception {
        try (RawServer server = new RawServer(RawServer::awaitEnd)) {
            Dialer dialer = dial("127.0.0.1", server.port());
            StreamPeer stream = ConnectSteps.awaitStream(dialer);

            dialer.close();

            assertThrows(IOException.class, () -> stream.read(ByteBuffer.allocate(1)));
        }
    }
}
