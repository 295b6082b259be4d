package io.github.pollhttp.jvm.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Status;
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

/** Requests through a Jetty proxy to an origin server. */
@Timeout(60)
class JettyProxyTest {
    private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();
    private RawServer origin;

    @BeforeEach
    void start() throws Exception {
        origin = new RawServer(socket -> {
            while (true) {
                heads.add(RawServer.readHead(socket));
                RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\norigin");
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        origin.close();
    }

    private GameLoop connected(JettyProxy proxy, String userInfo) {
        GameLoop game = new GameLoop();
        game.client.setHttpProxy(userInfo + "127.0.0.1", proxy.port());
        game.client.connectToHost("127.0.0.1", origin.port());
        assertEquals(Status.STATUS_CONNECTED, game.awaitWhile(Status.STATUS_CONNECTING));
        return game;
    }

    private ConnectSequence tunnel(JettyProxy proxy, String credentials, String target) {
        Failures failures = new Failures("https://" + target);
        Dialer dialer = new Dialer(new Endpoint(false, "127.0.0.1", proxy.port()), SharedResolver.INSTANCE,
                System::nanoTime, failures);
        return new ConnectSequence(dialer,
                List.of(stream -> new ProxyTunnel(stream, new TunnelRequest(target, credentials, "agent"),
                        ResponseLimits.DEFAULT, failures)));
    }

    @Test
    void originReceivesThePathOfAnAbsoluteTarget() throws Exception {
        try (JettyProxy proxy = new JettyProxy(false); GameLoop game = connected(proxy, "")) {
            for (int i = 0; i < 3; i++) {
                game.get("/level?n=" + i).awaitResponse();
                assertEquals("origin", game.readText());
                assertTrue(heads.take().startsWith("GET /level?n=" + i + " HTTP/1.1\r\n"));
            }
            assertEquals("GET http://127.0.0.1:" + origin.port() + "/level?n=0", proxy.served().get(0));
        }
    }

    @Test
    void proxyAcceptsCredentialsAndOriginDoesNotReceiveThem() throws Exception {
        try (JettyProxy proxy = new JettyProxy(true); GameLoop game = connected(proxy, "user:password@")) {
            game.get("/").awaitResponse();

            assertEquals("origin", game.readText());
            assertFalse(heads.take().contains("Proxy-Authorization"));
        }
    }

    @Test
    void missingCredentialsGive407() throws Exception {
        try (JettyProxy proxy = new JettyProxy(true); GameLoop game = connected(proxy, "")) {
            game.get("/").awaitResponse();

            assertEquals(407, game.client.getResponseCode());
            assertTrue(heads.isEmpty());
        }
    }

    @Test
    void tunnelCarriesBytesInBothDirections() throws Exception {
        try (JettyProxy proxy = new JettyProxy(true)) {
            String target = "127.0.0.1:" + origin.port();
            StreamPeer stream = ConnectSteps
                    .awaitStream(tunnel(proxy, ProxyCredentials.of("user:password").basic(), target));

            ConnectSteps.write(stream, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");

            assertEquals("HTTP/1.1 200 OK", ConnectSteps.read(stream, 15));
            assertEquals("GET / HTTP/1.1\r\nHost: x\r\n\r\n", heads.take());
            assertEquals(List.of("CONNECT " + target), proxy.served());
            stream.close();
        }
    }

    @Test
    void tunnelWithoutCredentialsFailsWith407() throws Exception {
        try (JettyProxy proxy = new JettyProxy(true)) {
            Failure failure = ConnectSteps.awaitFailure(tunnel(proxy, null, "127.0.0.1:" + origin.port()));

            assertEquals(Reason.PROXY_REFUSED, failure.reason());
            assertTrue(failure.message().contains("407"), failure.message());
            assertTrue(heads.isEmpty());
        }
    }

    @Test
    void tunnelToAPortWithoutAListenerFails() throws Exception {
        int port = origin.port();
        origin.close();
        try (JettyProxy proxy = new JettyProxy(false)) {
            Failure failure = ConnectSteps.awaitFailure(tunnel(proxy, null, "127.0.0.1:" + port));

            assertEquals(Reason.PROXY_REFUSED, failure.reason());
        }
    }
}
