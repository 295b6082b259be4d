package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.ErrorCode.ERR_UNCONFIGURED;
import static io.github.pollhttp.ErrorCode.OK;
import static io.github.pollhttp.HTTPClient.Status.STATUS_BODY;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTING;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTION_ERROR;
import static io.github.pollhttp.HTTPClient.Status.STATUS_DISCONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_REQUESTING;
import static io.github.pollhttp.HTTPClient.Status.STATUS_RESOLVING;

import java.nio.ByteBuffer;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.ScriptedBackend.Connecting;

/** {@code close}: in every status, twice, and from another thread, whose close takes effect at the client's next call. */
class CloseTest {
    private static final Failure RESET = ScriptedBackend.failure(Phase.BODY, Reason.CONNECTION_RESET);

    private static void assertClosed(ScriptedClient scripted) {
        scripted.expect(STATUS_DISCONNECTED);
        assertEquals(ERR_UNCONFIGURED, scripted.client().poll());
        assertFalse(scripted.client().hasResponse());
        assertNull(scripted.client().getFailure());
    }

    @ParameterizedTest
    @EnumSource
    void closeDisconnectsInEveryStatus(Status status) {
        ScriptedClient scripted = ScriptedClient.in(status);
        scripted.backend().calls.clear();

        scripted.client().close();

        assertTrue(scripted.backend().calls.contains("close"));
        assertClosed(scripted);
    }

    @ParameterizedTest
    @EnumSource
    void secondCloseHasNoEffect(Status status) {
        ScriptedClient scripted = ScriptedClient.in(status);

        scripted.client().close();
        scripted.client().close();

        assertClosed(scripted);
    }

    @Test
    void theClientMayBeUsedAgainAtOnce() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_BODY);

        scripted.client().close();

        scripted.connected().get().respond(ScriptedResponse.withoutBody(204)).expect(STATUS_CONNECTED);
        assertEquals(204, scripted.client().getResponseCode());
    }

    @Test
    void aClientMayBeClosedAfterACloseAndANewConnection() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_CONNECTED);
        scripted.client().close();
        scripted.connected().expect(STATUS_CONNECTED);

        scripted.client().close();

        assertClosed(scripted);
    }

    @ParameterizedTest
    @EnumSource
    void fromAnotherThreadItDisconnectsInEveryStatus(Status status) {
        ScriptedClient scripted = ScriptedClient.in(status);
        scripted.backend().calls.clear();

        scripted.closeOnAnotherThread();

        assertEquals(List.of("close"), scripted.backend().calls);
        assertClosed(scripted);
    }

    @Test
    void fromAnotherThreadItEndsTheNextPoll() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_CONNECTING);
        scripted.backend().connects(Connecting.DONE);
        scripted.closeOnAnotherThread();

        assertEquals(ERR_UNCONFIGURED, scripted.client().poll());

        assertFalse(scripted.backend().calls.contains("pollConnecting"));
    }

    @Test
    void fromAnotherThreadItEndsTheNextRead() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_BODY);
        scripted.backend().bodyBytes((byte) 1);
        scripted.closeOnAnotherThread();

        assertEquals(0, scripted.client().readResponseBodyChunk().length);
        assertEquals(0, scripted.client().readResponseBodyChunk(ByteBuffer.allocate(4)));

        assertFalse(scripted.backend().calls.contains("readBody"));
    }

    @Test
    void fromAnotherThreadItEndsTheNextRequest() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_CONNECTED);
        scripted.closeOnAnotherThread();

        assertEquals(ErrorCode.ERR_INVALID_PARAMETER,
                scripted.client().request(Method.METHOD_GET, "/", List.of()));

        assertTrue(scripted.client().getRejection().contains("STATUS_DISCONNECTED"));
    }

    @Test
    void theResponseIsGoneWithTheFirstGetterAfterACloseFromAnotherThread() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_BODY);
        scripted.closeOnAnotherThread();

        assertEquals(0, scripted.client().getResponseCode());
    }

    @Test
    void theFailureIsGoneWithTheFirstGetterAfterACloseFromAnotherThread() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_CONNECTION_ERROR);
        scripted.closeOnAnotherThread();

        assertNull(scripted.client().getFailure());
    }

    @Test
    void pollBrokenByACloseOnAnotherThreadIsNotAFailure() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_REQUESTING);
        scripted.backend().failsToRespond(RESET);
        scripted.closeMeanwhile();

        assertEquals(ERR_UNCONFIGURED, scripted.client().poll());

        assertClosed(scripted);
    }

    @Test
    void readBrokenByACloseOnAnotherThreadIsNotAFailure() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_BODY);
        scripted.backend().bodyBreaks(RESET);
        scripted.closeMeanwhile();

        assertEquals(0, scripted.client().readResponseBodyChunk().length);

        assertClosed(scripted);
    }

    @Test
    void aCloseBesideASuccessfulPollTakesEffectAtTheNextCall() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_RESOLVING);
        scripted.backend().connects(Connecting.DONE);
        scripted.closeMeanwhile();

        assertEquals(OK, scripted.client().poll());

        assertClosed(scripted);
    }

    @Test
    void aCloseWhileConnectToHostRunsEndsThatConnection() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_DISCONNECTED);
        scripted.closeMeanwhile();

        scripted.connectTo("example.com");

        assertEquals("close", scripted.backend().calls.get(scripted.backend().calls.size() - 1));
        assertClosed(scripted);
    }

    @Test
    void aCloseWhileARequestIsHandedOverEndsIt() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_CONNECTED);
        scripted.closeMeanwhile();

        scripted.get();

        assertClosed(scripted);
    }

    @Test
    void aCloseThatMeetsAReconnectOfTheOwnerCountsAsTheLaterOfTheTwo() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_CONNECTED);
        scripted.backend().beforeNextClose = () -> scripted.connectTo("example.org");
        scripted.client().close();
        scripted.expect(STATUS_DISCONNECTED);
    }
}
