package io.github.pollhttp.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.events.EventSource;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.request.HTTPResponse;

/** Scripted failures reach the program with their phase and reason. */
class FailureTest {
    private static final String ORIGIN = "https://example.com";
    private static final String URL = ORIGIN + "/level.json";

    static Stream<Fault> faultsOfTheDesktop() {
        return Stream.of(Reason.values()).filter(reason -> reason.compareTo(Reason.MIXED_CONTENT) < 0)
                .flatMap(reason -> Fault.phases(reason).stream().map(phase -> new Fault(phase, reason)));
    }

    private static Reply reply(Fault fault) {
        return fault.phase() == Phase.BODY
                ? Reply.of(200, "half", "Content-Length: 8").thenFails(fault.reason())
                : Reply.failure(fault.phase(), fault.reason());
    }

    private static void poll(HTTPClient client) {
        client.poll();
        if (client.getStatus() == Status.STATUS_CONNECTED) {
            assertEquals(ErrorCode.OK, client.request(Method.METHOD_GET, "/level.json", List.of()));
        }
        client.readResponseBodyChunk();
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheDesktop")
    void clientFails(Fault fault) {
        try (ScriptedNetwork network = ScriptedNetwork.install(); HTTPClient client = HTTPClient.create()) {
            client.setReadTimeout(5);
            network.on(URL, reply(fault));
            assertEquals(ErrorCode.OK, client.connectToHost(ORIGIN));
            network.playUntil(() -> client.getFailure() != null, () -> poll(client));

            Failure failure = client.getFailure();
            assertEquals(fault.reason(), failure.reason());
            boolean isTimeoutOfReading = fault.equals(new Fault(Phase.REQUEST, Reason.TIMEOUT));
            assertEquals(isTimeoutOfReading ? Phase.RESPONSE_HEAD : fault.phase(), failure.phase());
            assertTrue(failure.message().startsWith(ORIGIN + ": "), failure.message());
            assertEquals(statusAfter(fault), client.getStatus());
            assertEquals(fault.isBeforeRequest() ? 0 : 1, network.requests().size());
        }
    }

    private static Status statusAfter(Fault fault) {
        return switch (fault.phase()) {
            case RESOLVE -> fault.isSilence() ? Status.STATUS_CANT_CONNECT : Status.STATUS_CANT_RESOLVE;
            case CONNECT, PROXY -> Status.STATUS_CANT_CONNECT;
            case TLS -> Status.STATUS_TLS_HANDSHAKE_ERROR;
            default -> Status.STATUS_CONNECTION_ERROR;
        };
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void reasonAloneUsesItsUsualPhase(Reason reason) {
        if (reason == Reason.BODY_TRUNCATED) {
            assertThrows(IllegalArgumentException.class, () -> Reply.failure(reason));
        } else {
            Reply.failure(reason);
        }
    }

    @Test
    void reasonInAWrongPhaseIsRejected() {
        assertThrows(IllegalArgumentException.class, () -> Reply.failure(Phase.BODY, Reason.REFUSED));
        assertThrows(IllegalArgumentException.class, () -> Reply.failure(Phase.TLS, Reason.BODY_TRUNCATED));
        assertThrows(IllegalArgumentException.class, () -> Reply.of(200, "").thenFails(Reason.REFUSED));
    }

    private static List<HTTPResponse> get(ScriptedNetwork network, HTTPRequest http) {
        List<HTTPResponse> responses = new ArrayList<>();
        http.setResponseListener(responses::add);
        assertEquals(ErrorCode.OK, http.request(URL));
        network.playUntil(() -> !http.isRequesting(), http::poll);
        return responses;
    }

    @Test
    void reasonsOfBrowsersNeedABrowser() {
        try (ScriptedNetwork network = ScriptedNetwork.install(); HTTPRequest http = HTTPRequest.create()) {
            network.on(URL, Reply.failure(Reason.OFFLINE));
            assertThrows(IllegalStateException.class, () -> get(network, http));
        }
    }

    private static ScriptedNetwork install(String page) {
        return page == null ? ScriptedNetwork.install() : ScriptedNetwork.installBrowser(page);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "https://game.example/")
    void replyFunctionThatThrowsIsCalledOnceForAnEventSource(String page) {
        ScriptedNetwork network = install(page);
        AtomicInteger calls = new AtomicInteger();
        AssertionError thrown = new AssertionError("no token");
        EventSource source = EventSource.create();
        network.on(URL, request -> {
            calls.incrementAndGet();
            throw thrown;
        });
        assertEquals(ErrorCode.OK, source.open(URL));
        assertSame(thrown, assertThrows(AssertionError.class, () -> network.play(1, source::poll)));
        for (int i = 0; i < 100; i++) { // a game that ignores what a poll throws
            try {
                network.play(1, source::poll);
            } catch (AssertionError e) {
                assertSame(thrown, e);
            }
        }
        AssertionError atTheEnd = assertThrows(AssertionError.class, network::close);
        assertEquals(1, calls.get());
        assertSame(thrown, atTheEnd.getCause());
        assertEquals("The function that replies to GET " + URL + " threw java.lang.AssertionError: no token.",
                atTheEnd.getMessage());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "https://game.example/")
    void replyFunctionThatThrowsIsCalledOnceForRequests(String page) {
        ScriptedNetwork network = install(page);
        AtomicInteger calls = new AtomicInteger();
        HTTPRequest http = HTTPRequest.create();
        network.on(URL, request -> {
            calls.incrementAndGet();
            throw new IllegalStateException("no token");
        });
        for (int i = 0; i < 2; i++) {
            assertEquals("no token",
                    assertThrows(IllegalStateException.class, () -> get(network, http)).getMessage());
        }
        assertThrows(AssertionError.class, network::close);
        assertEquals(1, calls.get());
    }

    @Test
    void bodyThatIsShorterThanItsLengthIsTruncated() {
        try (ScriptedNetwork network = ScriptedNetwork.install(); HTTPRequest http = HTTPRequest.create()) {
            network.on(URL, Reply.of(200, "half", "Content-Length: 8"));
            assertEquals(Reason.BODY_TRUNCATED, get(network, http).get(0).failure().reason());
        }
    }

    @Test
    void bodyThatAnnouncesMoreThanAnArrayHoldsFailsAtOnce() {
        try (ScriptedNetwork network = ScriptedNetwork.install(); HTTPRequest http = HTTPRequest.create()) {
            network.on(URL, Reply.of(200, "", "Content-Length: 3000000000").thenSilence());
            assertEquals(Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED, get(network, http).get(0).result());
        }
    }

    @Test
    void serverThatGoesAwayAndComesBack() {
        try (ScriptedNetwork network = ScriptedNetwork.install(); HTTPRequest http = HTTPRequest.create()) {
            network.on(URL, Reply.of(200, "one"));
            assertEquals("one", get(network, http).get(0).text());
            network.on(URL, Reply.failure(Reason.REFUSED), Reply.of(200, "two"));
            HTTPResponse away = get(network, http).get(0);
            assertEquals(Result.RESULT_CANT_CONNECT, away.result());
            assertEquals(Reason.REFUSED, away.failure().reason());
            assertEquals("two", get(network, http).get(0).text());
        }
    }

    @Test
    void requestIsSentAgainAfterAnIdleConnectionWasClosed() {
        try (ScriptedNetwork network = ScriptedNetwork.install(); HTTPRequest http = HTTPRequest.create()) {
            network.on(URL, Reply.of(200, "one"), Reply.failure(Reason.CONNECTION_CLOSED_IDLE), Reply.of(200, "two"));
            get(network, http);
            assertEquals("two", get(network, http).get(0).text());
            assertEquals(3, network.requests().size());
        }
    }
}
