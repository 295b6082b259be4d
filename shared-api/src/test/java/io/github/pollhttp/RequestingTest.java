package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.ErrorCode.ERR_CONNECTION_ERROR;
import static io.github.pollhttp.ErrorCode.ERR_UNCONFIGURED;
import static io.github.pollhttp.ErrorCode.OK;
import static io.github.pollhttp.HTTPClient.Status.STATUS_BODY;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTION_ERROR;
import static io.github.pollhttp.HTTPClient.Status.STATUS_DISCONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_REQUESTING;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;

/** {@code REQUESTING}: its rows of the status table. */
class RequestingTest {
    private final ScriptedClient scripted = ScriptedClient.in(STATUS_REQUESTING);
    private final ScriptedBackend backend = scripted.backend();
    private final PollingClient client = scripted.client();

    @Test
    void untilTheHeadIsThereTheStatusStaysAndThereIsNoResponse() {
        assertEquals(OK, client.poll());

        scripted.expect(STATUS_REQUESTING);
        assertFalse(client.hasResponse());
    }

    @Test
    void aHeadThatABodyMayFollowLeadsToBody() {
        backend.responds(ScriptedResponse.withBody("Content-Length: 5"));

        assertEquals(OK, client.poll());

        scripted.expect(STATUS_BODY);
        assertEquals(200, client.getResponseCode());
    }

    @Test
    void aHeadWithoutABodyLeadsToConnected() {
        backend.responds(ScriptedResponse.withoutBody(304));

        assertEquals(OK, client.poll());

        scripted.expect(STATUS_CONNECTED);
        assertEquals(304, client.getResponseCode());
    }

    @Test
    void aHeadWithoutABodyLeadsToDisconnectedWhereTheConnectionDoesNotPersist() {
        backend.reusable = false;
        backend.responds(ScriptedResponse.withoutBody(204));
        backend.calls.clear();

        assertEquals(OK, client.poll());

        scripted.expect(STATUS_DISCONNECTED);
        assertEquals(204, client.getResponseCode());
        assertEquals(List.of("pollResponse", "close"), backend.calls);
        assertEquals(ERR_UNCONFIGURED, client.poll());
    }

    @ParameterizedTest
    @CsvSource({"REQUEST, CONNECTION_RESET", "REQUEST, CONNECTION_CLOSED_IDLE", "RESPONSE_HEAD, CONNECTION_RESET",
            "RESPONSE_HEAD, RESPONSE_MALFORMED", "RESPONSE_HEAD, RESPONSE_TOO_LARGE", "REQUEST, NETWORK_OR_CORS",
            "REQUEST, CORS_REFUSED"})
    void aBrokenExchangeIsAConnectionErrorThatStays(Phase phase, Reason reason) {
        Failure failure = ScriptedBackend.failure(phase, reason);
        backend.failsToRespond(failure);
        backend.calls.clear();

        assertEquals(ERR_CONNECTION_ERROR, client.poll());
        assertEquals(ERR_CONNECTION_ERROR, client.poll());

        scripted.expect(STATUS_CONNECTION_ERROR);
        assertSame(failure, client.getFailure());
        assertFalse(client.hasResponse());
        assertEquals(List.of("pollResponse", "close"), backend.calls);
    }

    @Test
    void aFailedExchangeMayBeFollowedByANewConnection() {
        backend.failsToRespond(ScriptedBackend.failure(Phase.REQUEST, Reason.CONNECTION_CLOSED_IDLE));
        client.poll();

        scripted.connected().get().respond(ScriptedResponse.withoutBody(204)).expect(STATUS_CONNECTED);

        assertTrue(client.hasResponse());
    }
}
