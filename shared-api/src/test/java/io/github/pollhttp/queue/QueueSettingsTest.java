package io.github.pollhttp.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ManualClock;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.ScriptedOrigin;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.queue.HTTPRequestQueue.Ticket;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.request.HTTPResponse;
import io.github.pollhttp.request.RequestSettings;
import io.github.pollhttp.request.ScriptedRequests;

/** The settings of all requests of a queue, and those of a single request. */
@Timeout(60)
class QueueSettingsTest {
    private static final int MOST_POLLS = 1000;

    private final ManualClock clock = new ManualClock();
    private final HTTPRequestQueue queue = new PollingQueue(() -> ScriptedRequests.create(clock), RequestUrl::parse,
            clock, () -> 6);
    private final List<HTTPResponse> responses = new ArrayList<>();

    @AfterEach
    void close() {
        queue.close();
    }

    private List<Result> results(int count) {
        for (int polls = 0; responses.size() < count; polls++) {
            assertTrue(polls < MOST_POLLS, () -> "it did not complete; so far: " + responses);
            queue.poll();
        }
        return responses.stream().map(HTTPResponse::result).toList();
    }

    @Test
    void settingAppliesToAllRequestsThatAreAddedLater() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok("hello"))) {
            queue.setConnectionsPerOrigin(1);
            queue.get(origin.url("/before"), responses::add);
            queue.settings().setBodySizeLimit(4);
            queue.get(origin.url("/after"), responses::add);
            queue.get(origin.url("/after"), responses::add);

            assertEquals(List.of(Result.RESULT_SUCCESS, Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED,
                    Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED), results(3));
        }
    }

    @Test
    void settingAppliesToAConnectionThatIsReused() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok("hello"))) {
            queue.get(origin.url("/"), responses::add);
            results(1);
            queue.settings().setBodySizeLimit(4);
            queue.get(origin.url("/"), responses::add);

            assertEquals(Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED, results(2).get(1));
            assertEquals(1, origin.connections());
        }
    }

    @Test
    void settingsOfOneRequestDoNotApplyToTheNextOneOnItsConnection() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok("hello"))) {
            queue.setConnectionsPerOrigin(1);
            queue.get(origin.url("/"), responses::add);
            queue.get(origin.url("/"), settings -> settings.setMaxRedirects(1), responses::add);
            queue.get(origin.url("/"), settings -> settings.setBodySizeLimit(3), responses::add);
            queue.get(origin.url("/"), responses::add);

            assertEquals(List.of(Result.RESULT_SUCCESS, Result.RESULT_SUCCESS, Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED,
                    Result.RESULT_SUCCESS), results(4));
        }
    }

    @Test
    void stallTimeoutOfOneRequestDoesNotApplyToTheNextOneOnItsConnection() {
        try (ScriptedOrigin origin = new ScriptedOrigin(
                request -> request.contains("/slow") ? ScriptedOrigin.NOT_YET : ScriptedOrigin.ok(""))) {
            queue.setConnectionsPerOrigin(1);
            queue.get(origin.url("/"), settings -> settings.setStallTimeout(1), responses::add);
            results(1);
            Ticket unlimited = queue.get(origin.url("/slow"), responses::add);
            for (int i = 0; i < 10; i++) {
                queue.poll();
                clock.advance(0.5);
            }

            assertFalse(unlimited.isDone());
            assertEquals(1, origin.connections());
        }
    }

    @Test
    void settingsOfOneRequestBeginWithThoseOfTheQueue() {
        queue.settings().setTimeout(7);
        RequestSettings[] own = new RequestSettings[1];
        queue.get("http://localhost:1/", settings -> own[0] = settings, responses::add);

        assertEquals(7, own[0].getTimeout());
        own[0].setTimeout(8);
        assertEquals(7, queue.settings().getTimeout());
        queue.settings().setTimeout(9);
        assertEquals(8, own[0].getTimeout());
        assertSame(queue.settings(), queue.settings());
    }

    @Test
    void connectionIsReusedIfOnlySettingsOfARequestDiffer() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok(""))) {
            queue.setConnectionsPerOrigin(1);
            queue.settings().setDiagnosticsEnabled(true);
            for (int i = 1; i <= 3; i++) {
                int seconds = i;
                queue.get(origin.url("/"), settings -> settings.setTimeout(seconds), responses::add);
            }
            results(3);

            assertEquals(1, origin.connections());
        }
    }

    @Test
    void timeoutOfOneRequestEndsOnlyThatRequest() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.NOT_YET)) {
            queue.get(origin.url("/"), responses::add);
            Ticket limited = queue.get(origin.url("/"), settings -> settings.setTimeout(1), responses::add);
            for (int i = 0; i < 5; i++) {
                queue.poll();
                clock.advance(0.5);
            }

            assertEquals(List.of(Result.RESULT_TIMEOUT), results(1));
            assertEquals(Result.RESULT_TIMEOUT, limited.getResponse().result());
            assertEquals(1, queue.getActiveCount());
        }
    }

    @Test
    void requestsShareTheCookieJarOfTheQueue() {
        CookieJar jar = CookieJar.create();
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok("", "Set-Cookie: a=1"))) {
            queue.settings().setCookieJar(jar);
            queue.get(origin.url("/"), responses::add);
            results(1);
            queue.get(origin.url("/"), responses::add);
            results(2);

            assertEquals("a=1", ScriptedOrigin.header(origin.log().get(1), "Cookie"));
            assertSame(jar, queue.settings().getCookieJar());
        }
    }

    @Test
    void bodyMethodAndSettingsCanBeGivenTogether() {
        try (ScriptedOrigin origin = new ScriptedOrigin(
                request -> ScriptedOrigin.redirect("302 Found", "/elsewhere"))) {
            queue.request(origin.url("/"), List.of("X-A: 1"), Method.METHOD_PUT, RequestBody.json("{}"),
                    settings -> settings.setMaxRedirects(0), responses::add);

            assertEquals(List.of(Result.RESULT_REDIRECT_LIMIT_REACHED), results(1));
            assertTrue(origin.lines().get(0).startsWith("PUT /"), origin.lines().toString());
            assertEquals("application/json", ScriptedOrigin.header(origin.log().get(0), "Content-Type"));
        }
    }

    @Test
    void wrongSettingOfOneRequestIsThrownAndAddsNoRequest() {
        Consumer<RequestSettings> wrong = settings -> settings.setTimeout(-1);

        assertThrows(IllegalArgumentException.class, () -> queue.get("http://localhost:1/", wrong, responses::add));
        assertEquals(0, queue.getWaitingCount());
        assertEquals(0, queue.settings().getTimeout());
    }

    @Test
    void strictPortableModeRejectsAHook() {
        queue.settings().setStrictPortable(true);

        assertEquals(ErrorCode.ERR_UNAVAILABLE, queue.settings().setRedirectHook((url, headers) -> headers));
        assertTrue(queue.settings().getRejection().contains("redirect hook"), queue.settings().getRejection());
        assertEquals(ErrorCode.OK, queue.settings().setRedirectHook(null));
        assertNull(queue.settings().getRejection());
    }

    @Test
    void ticketShowsHowMuchOfTheBodyWasSent() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok(""))) {
            Ticket ticket = queue.request(origin.url("/"), List.of(), Method.METHOD_POST, new byte[5], responses::add);
            assertEquals(0, ticket.getUploadedBytes());
            results(1);

            assertTrue(ticket.getUploadedBytes() > 0);
        }
    }
}
