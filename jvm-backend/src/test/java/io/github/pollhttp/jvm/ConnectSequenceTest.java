package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.pollhttp.jvm.net.ConnectSequence;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.Proxy;
import io.github.pollhttp.jvm.net.ConnectSteps;
import io.github.pollhttp.jvm.net.Dialer;
import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.jvm.net.Failures;
import io.github.pollhttp.jvm.net.Resolver;
import io.github.pollhttp.jvm.net.SharedResolver;
import io.github.pollhttp.jvm.proxy.ProxyTunnel;
import io.github.pollhttp.jvm.proxy.TunnelRequest;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;

/** The steps of connecting (look-up, TCP, proxy tunnel), which the backend polls one after the other. */
@Timeout(30)
class ConnectSequenceTest {
    private final CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
    private final JvmBackend backend = new JvmBackend(name -> answer, System::nanoTime, "agent");

    /** @return true after the last step */
    private static boolean poll(JvmBackend backend) {
        boolean connected = backend.pollConnecting();
        if (backend.failure() != null) {
            throw new AssertionError(backend.failure().failure().message());
        }
        return connected;
    }

    /** Records the written bytes, and never has bytes to read. */
    private static final class SilentStream implements StreamPeer {
        private String written = "";
        private boolean closed;

        @Override
        public int read(ByteBuffer target) {
            return 0;
        }

        @Override
        public int write(ByteBuffer source) {
            int count = source.remaining();
            written += StandardCharsets.ISO_8859_1.decode(source);
            return count;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void nameIsResolvedThenConnected() throws Exception {
        try (RawServer server = new RawServer(RawServer::awaitEnd)) {
            backend.connect("example.com", server.port(), null);
            assertTrue(backend.isResolving());
            assertFalse(poll(backend));
            assertTrue(backend.isResolving());

            answer.complete(List.of(InetAddress.getByName("127.0.0.1")));

            assertFalse(poll(backend));
            assertFalse(backend.isResolving());
            GameLoop.await(() -> poll(backend));
            backend.close();
        }
    }

    @Test
    void manyBackendsResolveDifferentNamesAtTheSameTime() throws Exception {
        int count = 64; // as many as the resolver looks up at the same time
        CountDownLatch allAsked = new CountDownLatch(count);
        Resolver slow = new SharedResolver(name -> {
            allAsked.countDown();
            try {
                allAsked.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return new InetAddress[]{InetAddress.getByName("127.0.0.1")};
        }, System::nanoTime);
        try (RawServer server = new RawServer(RawServer::awaitEnd)) {
            List<JvmBackend> backends = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                JvmBackend each = new JvmBackend(slow, System::nanoTime, "agent");
                each.connect("host" + i + ".example", server.port(), null);
                backends.add(each);
            }
            for (JvmBackend each : backends) {
                GameLoop.await(() -> poll(each));
            }
            backends.forEach(JvmBackend::close);
        }
    }

    @ParameterizedTest
    @CsvSource({"example.com, example.com:443", "::1, [::1]:443"})
    void httpsTargetThroughAnHttpProxyBeginsWithConnect(String host, String authority) throws Exception {
        ConnectionPlan plan = new ConnectionPlan(new Endpoint(true, host, 443), null, Proxy.of("proxy.example", 3128),
                null,
                false);
        SilentStream stream = new SilentStream();

        assertNull(plan.steps(ResponseLimits.DEFAULT, "agent").get(0).over(stream).poll());

        assertEquals("proxy.example", plan.dialled().host());
        assertTrue(stream.written.startsWith("CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n"),
                stream.written);
    }

    @Test
    void stepThatCannotBeginClosesItsStream() throws Exception {
        Failures failures = new Failures("http://example.com");
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        try (RawServer proxy = new RawServer(socket -> {
            RawServer.awaitEnd(socket);
            ended.complete(true);
        })) {
            Dialer dialer = new Dialer(new Endpoint(false, "127.0.0.1", proxy.port()), name -> answer, System::nanoTime,
                    failures);
            ConnectSteps.awaitFailure(new ConnectSequence(dialer, List.of(stream -> {
                throw failures.proxyRefused("not this one");
            })));

            GameLoop.await(ended::isDone);
        }
    }

    @Test
    void stepThatBeginsAfterCloseIsClosed() throws Exception {
        try (RawServer server = new RawServer(RawServer::awaitEnd)) {
            SilentStream second = new SilentStream();
            Dialer dialer = new Dialer(new Endpoint(false, "127.0.0.1", server.port()), name -> answer,
                    System::nanoTime,
                    new Failures("http://example.com"));
            ConnectSequence[] sequence = new ConnectSequence[1];
            sequence[0] = new ConnectSequence(dialer, List.of(stream -> {
                sequence[0].close(); // as another thread may, between two steps
                return new ProxyTunnel(second, new TunnelRequest("x:1", null, "agent"), ResponseLimits.DEFAULT,
                        new Failures("http://x"));
            }));
            GameLoop.await(() -> {
                try {
                    sequence[0].poll();
                } catch (FailureException e) {
                    throw new AssertionError(e);
                }
                return second.closed;
            });
        }
    }
}
