package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.ScriptedOrigin;

/** Each accepted request calls the listener exactly once, in every order of events, with {@code setUseThreads} and without. */
@Timeout(60)
class CompletionTest {
    private static final String CANCELLED = "REQUEST_FAILED 0 ";
    private final CountDownLatch held = new CountDownLatch(1);
    private ScriptedOrigin origin;
    private RequestGame game;

    /** {@code /held} gets no response, {@code /to/x} redirects to {@code /x}, and other targets get their own name as the body. */
    @BeforeEach
    void start() {
        origin = new ScriptedOrigin(request -> {
            String target = ScriptedOrigin.target(request);
            if (target.startsWith("/held")) {
                held.countDown();
                return ScriptedOrigin.NOT_YET;
            }
            return target.startsWith("/to/")
                    ? ScriptedOrigin.redirect("302 Found", target.substring(3))
                    : ScriptedOrigin.ok(target);
        });
        game = new RequestGame();
    }

    @AfterEach
    void stop() {
        game.close();
        origin.close();
    }

    private List<String> completions() {
        return game.completions.stream().map(RequestGame.Completion::line).toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cancelledRequestCompletesInTheNextPoll(boolean threads) {
        game.http.setUseThreads(threads);
        game.begin(origin.url("/held"));
        game.await(() -> held.getCount() == 0);
        game.http.cancelRequest();

        assertFalse(game.http.isRequesting());
        assertEquals(List.of(), completions());
        game.frames(1);
        assertEquals(List.of(CANCELLED), completions());
        assertEquals("The request was cancelled.", game.http.getFailureMessage());
        game.await(() -> game.http.getHttpClientStatus() == Status.STATUS_DISCONNECTED);
        game.frames(10);
        assertEquals(1, game.completions.size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cancelledRequestsCompleteBeforeTheNextRequest(boolean threads) {
        game.http.setUseThreads(threads);
        for (int i = 0; i < 3; i++) {
            game.begin(origin.url("/held"));
            game.http.cancelRequest();
        }
        game.begin(origin.url("/next"));
        game.await(() -> game.completions.size() == 4);

        assertEquals(List.of(CANCELLED, CANCELLED, CANCELLED, "SUCCESS 200 /next"), completions());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void requestStartedInTheListenerCompletes(boolean threads) {
        game.http.setUseThreads(threads);
        List<String> seen = new ArrayList<>();
        game.http.setRequestCompletedListener((result, code, headers, body) -> {
            seen.add(result + " " + new String(body));
            if (seen.size() < 3) {
                assertEquals(ErrorCode.OK, game.http.request(origin.url("/" + seen.size())));
                assertEquals(ErrorCode.ERR_BUSY, game.http.request(origin.url("/busy")));
            }
        });
        game.begin(origin.url("/0"));
        game.await(() -> seen.size() == 3);
        game.frames(10);

        assertEquals(List.of("RESULT_SUCCESS /0", "RESULT_SUCCESS /1", "RESULT_SUCCESS /2"), seen);
    }

    /** A game may poll only while a request is active. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void requestThatTheListenerCancelsCompletesInTheSamePoll(boolean threads) {
        game.http.setUseThreads(threads);
        List<String> seen = new ArrayList<>();
        game.http.setRequestCompletedListener((result, code, headers, body) -> {
            seen.add(result.name());
            if (seen.size() == 1) {
                assertEquals(ErrorCode.OK, game.http.request(origin.url("/held")));
                game.http.cancelRequest();
            }
        });
        game.begin(origin.url("/0"));
        game.await(() -> !game.http.isRequesting());

        assertEquals(List.of("RESULT_SUCCESS", "RESULT_REQUEST_FAILED"), seen);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cancelAndCloseInTheListenerCompleteNothingTwice(boolean threads) {
        game.http.setUseThreads(threads);
        List<String> seen = new ArrayList<>();
        game.http.setRequestCompletedListener((result, code, headers, body) -> {
            seen.add(result.name());
            game.http.cancelRequest();
            game.http.close();
        });
        game.begin(origin.url("/"));
        game.await(() -> !seen.isEmpty());
        game.frames(10);

        assertEquals(List.of("RESULT_SUCCESS"), seen);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void requestCancelledInTheListenerOfAnotherRequestCompletes(boolean threads) {
        game.http.setUseThreads(threads);
        List<String> seen = new ArrayList<>();
        game.http.setRequestCompletedListener((result, code, headers, body) -> {
            seen.add(result.name());
            if (seen.size() == 1) {
                game.http.request(origin.url("/second"));
                game.http.cancelRequest();
            }
        });
        game.begin(origin.url("/first"));
        game.await(() -> seen.size() == 2);
        game.frames(10);

        assertEquals(List.of("RESULT_SUCCESS", "RESULT_REQUEST_FAILED"), seen);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void exceptionOfTheListenerLeavesPollAndTheNextRequestWorks(boolean threads) {
        game.http.setUseThreads(threads);
        IllegalStateException thrown = new IllegalStateException("thrown by the game");
        int[] calls = {0};
        game.http.setRequestCompletedListener((result, code, headers, body) -> {
            calls[0]++;
            throw thrown;
        });
        game.begin(origin.url("/"));
        assertSame(thrown,
                assertThrows(IllegalStateException.class, () -> game.await(() -> !game.http.isRequesting())));
        game.frames(10);
        assertEquals(1, calls[0]);

        game.begin(origin.url("/"));
        assertThrows(IllegalStateException.class, () -> game.await(() -> !game.http.isRequesting()));
        assertEquals(2, calls[0]);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void requestClosedDuringARedirectCompletesOnce(boolean threads) {
        game.http.setUseThreads(threads);
        game.begin(origin.url("/to/held"));
        game.await(() -> !game.http.getRedirects().isEmpty());
        game.http.close();
        game.frames(10);

        assertEquals(List.of(CANCELLED), completions());
        assertEquals("SUCCESS 200 /after", game.get(origin.url("/after")).line());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void requestWithoutAListenerCompletes(boolean threads) {
        game.http.setUseThreads(threads);
        game.http.setRequestCompletedListener(null);
        game.begin(origin.url("/"));
        game.await(() -> !game.http.isRequesting());

        assertEquals(1, game.http.getDownloadedBytes());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void listenerRunsOnTheThreadThatPolls(boolean threads) {
        game.http.setUseThreads(threads);
        List<Thread> callers = new ArrayList<>();
        game.http.setRequestCompletedListener((result, code, headers, body) -> callers.add(Thread.currentThread()));
        game.begin(origin.url("/"));
        game.await(() -> !callers.isEmpty());

        assertEquals(List.of(Thread.currentThread()), callers);
    }
}
