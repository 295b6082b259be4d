package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.jvm.testing.RawServer;

/** The total time and the silence that a request may take. */
@Timeout(60)
class TimeoutTest {
    private static final long SECOND = 1_000_000_000L;
    private long now;

    private RequestGame game() {
        return new RequestGame(new Environment(() -> now, () -> 0, () -> 0));
    }

    private static RawServer silent(String first) throws Exception {
        return new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, first);
            RawServer.awaitEnd(socket);
        });
    }

    @Test
    void theTotalTimeEndsARequestThatHasNoAnswer() throws Exception {
        try (RawServer server = silent(""); RequestGame game = game()) {
            game.http.setTimeout(2);
            game.begin(RequestGame.url(server.port(), "/"));
            now += 2 * SECOND - 1;
            game.frames(100);
            assertTrue(game.http.isRequesting());
            now++;
            assertEquals("TIMEOUT 0 ", game.awaitCompletion().line());
            assertTrue(game.http.getFailureMessage().contains("timeout"), game.http.getFailureMessage());
        }
    }

    @Test
    void theTotalTimeEndsARequestInTheMiddleOfItsBody() throws Exception {
        try (RawServer server = silent("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello");
                RequestGame game = game()) {
            game.http.setTimeout(2);
            game.begin(RequestGame.url(server.port(), "/"));
            game.await(() -> game.http.getDownloadedBytes() == 5);
            now += 2 * SECOND;
            assertEquals("TIMEOUT 0 ", game.awaitCompletion().line());
        }
    }

    @Test
    void aRedirectDoesNotBeginTheTimeAnew() throws Exception {
        try (Origin origin = new Origin(request -> {
            now += SECOND;
            return Origin.redirect("302 Found", "/");
        }); RequestGame game = game()) {
            game.http.setTimeout(4);
            game.http.setMaxRedirects(-1);
            assertEquals("TIMEOUT 0 ", game.get(origin.url("/")).line());
            assertTrue(origin.log().size() <= 5, "requests: " + origin.log().size());
        }
    }

    @Test
    void aTimeoutIsNotRetried() throws Exception {
        try (RawServer server = silent(""); RequestGame game = game()) {
            game.http.setTimeout(2);
            game.http.setRetryPolicy(new RetryPolicy(9, 0, 0));
            game.begin(RequestGame.url(server.port(), "/"));
            game.await(() -> server.connections() == 1);
            now += 2 * SECOND;
            assertEquals("TIMEOUT 0 ", game.awaitCompletion().line());
            assertEquals(1, server.connections());
        }
    }

    @Test
    void silenceEndsARequest() throws Exception {
        try (RawServer server = silent("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello");
                RequestGame game = new RequestGame()) {
            game.http.setStallTimeout(0.05);
            assertEquals("TIMEOUT 0 ", game.get(RequestGame.url(server.port(), "/")).line());
            assertEquals(Reason.TIMEOUT, game.http.getFailure().reason());
        }
    }

    @Test
    void timesAreChecked() {
        try (RequestGame game = game()) {
            assertThrows(IllegalArgumentException.class, () -> game.http.setTimeout(-1));
            assertThrows(IllegalArgumentException.class, () -> game.http.setStallTimeout(Double.NaN));
            assertThrows(IllegalArgumentException.class, () -> game.http.setPollBudget(-0.1));
            game.http.setTimeout(1.5);
            assertEquals(1.5, game.http.getTimeout());
            assertEquals(0.002, game.http.getPollBudget());
        }
    }
}
