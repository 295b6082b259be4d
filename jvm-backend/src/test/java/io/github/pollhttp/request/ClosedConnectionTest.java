package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.jvm.testing.RawServer;

/** Kept connections that the server closes: which requests get a new connection although no retry policy is set. */
@Timeout(60)
class ClosedConnectionTest {
    private final RequestGame game = new RequestGame();

    @AfterEach
    void stop() {
        game.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT"})
    void idempotentRequestIsSentAgainWhenTheKeptConnectionCloses(String method) throws Exception {
        int[] requests = {0};
        // The server closes the connection when the second request comes, as a server does whose idle timeout has just ended.
        try (Origin origin = new Origin(request -> ++requests[0] == 2 ? null : Origin.ok("hello"))) {
            assertEquals("SUCCESS 200 hello", game.get(origin.url("/")).line());
            assertEquals("SUCCESS 200 hello",
                    game.request(Method.valueOf("METHOD_" + method), origin.url("/"), "").line());
            assertEquals(2, origin.connections());
        }
    }

    @Test
    void postIsNotSentAgainWhenTheKeptConnectionCloses() throws Exception {
        int[] requests = {0};
        try (Origin origin = new Origin(request -> ++requests[0] == 2 ? null : Origin.ok("hello"))) {
            game.get(origin.url("/"));
            assertEquals("CONNECTION_ERROR 0 ", game.request(Method.METHOD_POST, origin.url("/"), "once").line());
            assertEquals(Reason.CONNECTION_CLOSED_IDLE, game.http.getFailure().reason());
            assertEquals(2, requests[0]);
        }
    }

    @Test
    void postGetsANewConnectionAfterConnectionClose() throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok("hello", "Connection: close"))) {
            game.get(origin.url("/"));
            assertEquals("SUCCESS 200 hello", game.request(Method.METHOD_POST, origin.url("/"), "once").line());
        }
    }

    @Test
    void postGetsANewConnectionAfterACloseWithoutNotice() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, Origin.ok("hello"));
            socket.close();
            closed.countDown();
        });
        try (server) {
            game.get(RequestGame.url(server.port(), "/"));
            closed.await();
            assertEquals("SUCCESS 200 hello",
                    game.request(Method.METHOD_POST, RequestGame.url(server.port(), "/"), "").line());
        }
    }
}
