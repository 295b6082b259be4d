package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.jvm.testing.RawServer;

/** Requests that are sent again, by a clock that the test holds. */
@Timeout(60)
class RetryTest {
    private static final long MILLISECOND = 1_000_000L;
    private static final String BUSY = Origin.response("503 Service Unavailable", "busy");

    private long now;
    private double chance;
    private RequestGame game;

    @BeforeEach
    void start() {
        game = new RequestGame(new Environment(() -> now, () -> 784_111_777_000L, () -> chance));
        game.http.setRetryPolicy(new RetryPolicy(3, 1, 10));
    }

    @AfterEach
    void stop() {
        game.close();
    }

    /** The clock moves on by a bit less than a pause, and nothing is asked; then by the rest, and it is. */
    private void passPause(Origin origin, double seconds) {
        int requests = origin.log().size();
        game.await(() -> game.http.getHttpClientStatus() == Status.STATUS_CONNECTED);
        now += (long) (seconds * 1000 - 1) * MILLISECOND;
        game.frames(200);
        assertEquals(requests, origin.log().size(), "no request before its time");
        now += MILLISECOND;
        game.await(() -> origin.log().size() > requests);
    }

    private void begin(Origin origin) {
        game.begin(origin.url("/"));
        game.await(() -> origin.log().size() == 1);
    }

    @Test
    void thePausesDoubleUpToTheLongest() throws Exception {
        try (Origin origin = new Origin(request -> BUSY)) {
            game.http.setRetryPolicy(new RetryPolicy(4, 1, 3));
            begin(origin);
            for (double pause : new double[]{1, 2, 3, 3}) {
                passPause(origin, pause);
            }
            assertEquals("SUCCESS 503 busy", game.awaitCompletion().line());
            assertEquals(5, origin.log().size());
        }
    }

    @Test
    void chanceShortensAPauseByUpToAHalf() throws Exception {
        try (Origin origin = new Origin(request -> BUSY)) {
            game.http.setRetryPolicy(new RetryPolicy(1, 1, 10));
            chance = 1;
            begin(origin);
            passPause(origin, 0.5);
            assertEquals("SUCCESS 503 busy", game.awaitCompletion().line());
        }
    }

    @ParameterizedTest
    @CsvSource({"408,2", "429,2", "502,2", "503,2", "504,2", "500,1", "501,1", "404,1", "200,1"})
    void onlyWhatMayPassIsAskedAgain(int code, int requests) throws Exception {
        try (Origin origin = new Origin(request -> Origin.response(code + " Code", "x"))) {
            game.http.setRetryPolicy(new RetryPolicy(1, 0, 0));
            assertEquals("SUCCESS " + code + " x", game.get(origin.url("/")).line());
            assertEquals(requests, origin.log().size());
        }
    }

    @ParameterizedTest
    @CsvSource({"GET,2", "HEAD,2", "PUT,2", "DELETE,2", "OPTIONS,2", "POST,1", "PATCH,1"})
    void onlyIdempotentMethodsAreAskedAgain(String method, int requests) throws Exception {
        try (Origin origin = new Origin(
                request -> "HTTP/1.1 503 Busy\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
                Origin broken = new Origin(request -> null)) {
            game.http.setRetryPolicy(new RetryPolicy(1, 0, 0));
            game.ask(Method.valueOf("METHOD_" + method), origin.url("/"), "");
            game.ask(Method.valueOf("METHOD_" + method), broken.url("/"), "");
            assertEquals(requests, origin.log().size());
            assertEquals(requests, broken.log().size());
        }
    }

    @Test
    void aRetryThatSucceedsIsASuccess() throws Exception {
        int[] asked = {0};
        try (Origin origin = new Origin(request -> asked[0]++ == 0 ? null : Origin.ok("hello"))) {
            game.http.setRetryPolicy(new RetryPolicy(1, 0, 0));
            assertEquals("SUCCESS 200 hello", game.get(origin.url("/")).line());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Retry-After: 7", "Retry-After: Sun, 06 Nov 1994 08:49:44 GMT",
            "Retry-After: Sunday, 06-Nov-94 08:49:44 GMT", "Retry-After: Sun Nov  6 08:49:44 1994",
            "Date: Sat, 05 Nov 1994 00:00:00 GMT\r\nRetry-After: Sat, 05 Nov 1994 00:00:07 GMT"})
    void theServersOwnPauseIsKept(String header) throws Exception {
        try (Origin origin = new Origin(request -> Origin.response("429 Too Many Requests", "", header))) {
            game.http.setRetryPolicy(new RetryPolicy(1, 1, 10));
            begin(origin);
            passPause(origin, 7);
            assertEquals("SUCCESS 429 ", game.awaitCompletion().line());
        }
    }

    @Test
    void aPauseThatIsTooLongEndsTheRequestWithTheResponse() throws Exception {
        try (Origin origin = new Origin(request -> Origin.response("503 Busy", "busy", "Retry-After: 11"));
                Origin patient = new Origin(request -> Origin.response("503 Busy", "busy", "Retry-After: 5"))) {
            assertEquals("SUCCESS 503 busy", game.get(origin.url("/")).line());
            game.http.setTimeout(5);
            assertEquals("SUCCESS 503 busy", game.get(patient.url("/")).line());
            assertEquals(1, origin.log().size() * patient.log().size());
        }
    }

    @Test
    void hugeAndSenselessPausesAreNoTrouble() throws Exception {
        for (String header : List.of("99999999999999999999999999", "-1", "soon", "Sun, 99 Nov 1994 08:49:44 GMT")) {
            try (Origin origin = new Origin(request -> Origin.response("503 Busy", "x", "Retry-After: " + header))) {
                game.http.setRetryPolicy(new RetryPolicy(1, 0, 0));
                assertEquals("SUCCESS 503 x", game.get(origin.url("/")).line());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT"})
    void aKeptConnectionThatIsDeadIsReplacedWithoutBeingAsked(String method) throws Exception {
        game.http.setRetryPolicy(RetryPolicy.NONE);
        int[] asked = {0};
        // Answers the first request of a connection, and hangs up on the second one, as a server does whose patience has just ended.
        try (Origin origin = new Origin(request -> ++asked[0] == 2 ? null : Origin.ok("hello"))) {
            assertEquals("SUCCESS 200 hello", game.get(origin.url("/")).line());
            assertEquals("SUCCESS 200 hello",
                    game.ask(Method.valueOf("METHOD_" + method), origin.url("/"), "").line());
            assertEquals(2, origin.connections());
        }
    }

    @Test
    void aPostOnADeadConnectionIsNotSentTwice() throws Exception {
        game.http.setRetryPolicy(RetryPolicy.NONE);
        int[] asked = {0};
        try (Origin origin = new Origin(request -> ++asked[0] == 2 ? null : Origin.ok("hello"))) {
            game.get(origin.url("/"));
            assertEquals("CONNECTION_ERROR 0 ", game.ask(Method.METHOD_POST, origin.url("/"), "once").line());
            assertEquals(Reason.CONNECTION_CLOSED_IDLE, game.http.getFailure().reason());
            assertEquals(2, asked[0]);
        }
    }

    @Test
    void aConnectionThatIsKnownToBeClosedIsReplacedForAPostToo() throws Exception {
        game.http.setRetryPolicy(RetryPolicy.NONE);
        try (Origin origin = new Origin(request -> Origin.ok("hello", "Connection: close"))) {
            game.get(origin.url("/"));
            assertEquals("SUCCESS 200 hello", game.ask(Method.METHOD_POST, origin.url("/"), "once").line());
        }
    }

    @Test
    void aConnectionThatWasClosedWithoutAWordIsReplacedForAPostToo() throws Exception {
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
                    game.ask(Method.METHOD_POST, RequestGame.url(server.port(), "/"), "").line());
        }
    }

    @Test
    void policiesAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> RetryPolicy.times(-1));
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(1, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(1, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(1, Double.NaN, 1));
        assertTrue(RetryPolicy.times(3).longestDelay() == 30);
    }
}
