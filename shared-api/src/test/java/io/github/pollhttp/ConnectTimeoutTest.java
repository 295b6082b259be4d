package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.ErrorCode.ERR_CANT_CONNECT;
import static io.github.pollhttp.ErrorCode.OK;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CANT_CONNECT;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTING;
import static io.github.pollhttp.HTTPClient.Status.STATUS_RESOLVING;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.ScriptedBackend.Connecting;

/** The limit on the way from {@code connectToHost} to {@code CONNECTED}, measured on a clock that the test moves. */
class ConnectTimeoutTest {
    private final ScriptedClient connecting = ScriptedClient.in(STATUS_CONNECTING);

    /** One poll after each second. */
    private static ErrorCode pollFor(ScriptedClient scripted, int seconds) {
        ErrorCode last = OK;
        for (int i = 0; i < seconds; i++) {
            scripted.clock().advance(1);
            last = scripted.client().poll();
        }
        return last;
    }

    @Test
    void isThirtySecondsByDefault() {
        assertEquals(OK, pollFor(connecting, 30));
        connecting.expect(STATUS_CONNECTING);

        assertEquals(ERR_CANT_CONNECT, pollFor(connecting, 1));

        connecting.expect(STATUS_CANT_CONNECT).expectTimeout(Phase.CONNECT);
    }

    @Test
    void saysWhichHostAndDropsTheConnection() {
        pollFor(connecting, 31);

        assertTrue(connecting.client().getFailure().message().contains("http://192.0.2.1"));
        assertEquals("close", connecting.backend().calls.get(connecting.backend().calls.size() - 1));
    }

    @Test
    void isWhatTheProgramSets() {
        connecting.client().setConnectTimeout(2.5);

        assertEquals(OK, pollFor(connecting, 2));
        assertEquals(ERR_CANT_CONNECT, pollFor(connecting, 1));
    }

    @Test
    void ofZeroIsNoLimit() {
        connecting.client().setConnectTimeout(0);

        assertEquals(OK, pollFor(connecting, 1000));

        connecting.expect(STATUS_CONNECTING);
    }

    @Test
    void passesInCantConnectWhileANameIsLookedUp() {
        ScriptedClient resolving = ScriptedClient.in(STATUS_RESOLVING);
        resolving.client().setConnectTimeout(1);
        resolving.backend().connects(Connecting.RESOLVING, Connecting.RESOLVING, Connecting.RESOLVING);

        assertEquals(ERR_CANT_CONNECT, pollFor(resolving, 3));

        resolving.expect(STATUS_CANT_CONNECT).expectTimeout(Phase.RESOLVE);
    }

    @Test
    void countsLookUpAndConnectionTogether() {
        ScriptedClient resolving = ScriptedClient.in(STATUS_RESOLVING);
        resolving.client().setConnectTimeout(3);
        resolving.backend().connects(Connecting.RESOLVING, Connecting.RESOLVING, Connecting.CONNECTING);

        assertEquals(OK, pollFor(resolving, 3));
        resolving.expect(STATUS_CONNECTING);

        assertEquals(ERR_CANT_CONNECT, pollFor(resolving, 1));
    }

    @Test
    void startsAnewWithEachConnection() {
        pollFor(connecting, 30);

        connecting.connectTo("192.0.2.2");

        assertEquals(OK, pollFor(connecting, 30));
    }

    @Test
    void doesNotSpoilAConnectionThatIsMadeAtTheLastMoment() {
        connecting.client().setConnectTimeout(1);
        connecting.backend().connects(Connecting.CONNECTING, Connecting.CONNECTING, Connecting.DONE);

        assertEquals(OK, pollFor(connecting, 3));

        connecting.expect(STATUS_CONNECTED);
    }

    @Test
    void endsWithTheConnecting() {
        connecting.backend().connects(Connecting.DONE);

        assertEquals(OK, pollFor(connecting, 100));

        connecting.expect(STATUS_CONNECTED);
    }

    @Test
    void oneLongFrameCountsAsOneSecond() {
        connecting.client().setConnectTimeout(2);
        connecting.clock().advance(3600);

        assertEquals(OK, connecting.client().poll());

        assertEquals(OK, pollFor(connecting, 1));
        assertEquals(ERR_CANT_CONNECT, pollFor(connecting, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.001, Double.NaN, Double.NEGATIVE_INFINITY})
    void cannotBeNegativeOrNoNumber(double seconds) {
        assertThrows(IllegalArgumentException.class, () -> connecting.client().setConnectTimeout(seconds));
        assertThrows(IllegalArgumentException.class, () -> connecting.client().setReadTimeout(seconds));
    }

    @Test
    void mayBeEndless() {
        connecting.client().setConnectTimeout(Double.POSITIVE_INFINITY);

        assertEquals(OK, pollFor(connecting, 1000));
    }

    @Test
    void oneLongFrameLeavesHalfOfALimitOfLessThanTwoSeconds() {
        ScriptedClient connecting = ScriptedClient.in(STATUS_CONNECTING);
        connecting.client().setConnectTimeout(0.5);
        connecting.clock().advance(5);
        connecting.client().poll();
        connecting.clock().advance(0.25);
        connecting.client().poll();
        connecting.expect(STATUS_CONNECTING);
        connecting.clock().advance(1e-9);
        connecting.client().poll();
        connecting.expect(STATUS_CANT_CONNECT);
    }

    @Test
    void theShortestTimeIsStillALimit() {
        ScriptedClient connecting = ScriptedClient.in(STATUS_CONNECTING);
        connecting.client().setConnectTimeout(1e-10);
        connecting.clock().advance(1);
        connecting.client().poll();
        connecting.clock().advance(1);
        connecting.client().poll();
        connecting.expect(STATUS_CANT_CONNECT);
    }
}
