package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static io.github.pollhttp.HTTPClient.Status.STATUS_BODY;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTION_ERROR;
import static io.github.pollhttp.HTTPClient.Status.STATUS_DISCONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_REQUESTING;

import java.nio.ByteBuffer;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import io.github.pollhttp.HTTPClient.Status;

/** {@code getConnection} and {@code setConnection}. */
class OwnConnectionTest {
    /** A stream on which nothing ever comes. */
    private static final class SilentStream implements StreamPeer {
        @Override
        public int read(ByteBuffer target) {
            return 0;
        }

        @Override
        public int write(ByteBuffer source) {
            return 0;
        }

        @Override
        public void close() {}
    }

    private final StreamPeer stream = new SilentStream();

    @ParameterizedTest
    @EnumSource
    void aStreamOfTheProgramIsConnectedFromEveryStatus(Status status) {
        ScriptedClient scripted = ScriptedClient.in(status);
        scripted.backend().calls.clear();

        scripted.client().setConnection(stream);

        scripted.expect(STATUS_CONNECTED);
        assertSame(stream, scripted.client().getConnection());
        assertEquals("close", scripted.backend().calls.get(0));
    }

    @ParameterizedTest
    @EnumSource(names = {"STATUS_CONNECTED", "STATUS_REQUESTING", "STATUS_BODY"})
    void theStreamOfTheBackendIsThereWhileItIsConnected(Status status) {
        ScriptedClient scripted = ScriptedClient.in(status);
        scripted.backend().connection = stream;

        assertSame(stream, scripted.client().getConnection());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"STATUS_CONNECTED", "STATUS_REQUESTING", "STATUS_BODY"})
    void aStreamThatIsNotConnectedIsNotHandedOut(Status status) {
        ScriptedClient scripted = ScriptedClient.in(status);
        scripted.backend().connection = stream;

        assertNull(scripted.client().getConnection());
    }

    @Test
    void aStreamOfTheProgramTakesRequests() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_DISCONNECTED);

        scripted.client().setConnection(stream);

        scripted.get().expect(STATUS_REQUESTING);
    }

    @Test
    void aNewStreamDropsResponseAndFailure() {
        ScriptedClient answered = ScriptedClient.in(STATUS_BODY);
        answered.client().setConnection(stream);
        assertFalse(answered.client().hasResponse());

        ScriptedClient failed = ScriptedClient.in(STATUS_CONNECTION_ERROR);
        failed.client().setConnection(stream);
        assertNull(failed.client().getFailure());
    }

    @Test
    void theStreamThatIsThereAlreadyChangesNothing() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_BODY);
        scripted.backend().connection = stream;
        scripted.backend().calls.clear();

        scripted.client().setConnection(stream);

        scripted.expect(STATUS_BODY);
        assertEquals(List.of(), scripted.backend().calls);
    }

    @Test
    void aClosedClientHasNoStream() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_DISCONNECTED);
        scripted.client().setConnection(stream);

        scripted.client().close();

        assertNull(scripted.client().getConnection());
        scripted.expect(STATUS_DISCONNECTED);
    }

    @Test
    void theStreamThatWasClosedMayBeSetAgain() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_DISCONNECTED);
        scripted.client().setConnection(stream);
        scripted.closeOnAnotherThread();

        scripted.client().setConnection(stream);

        scripted.expect(STATUS_CONNECTED);
        assertSame(stream, scripted.client().getConnection());
    }

    @Test
    void aTimeoutOnAStreamOfTheProgramNamesNoHost() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_CONNECTED);
        scripted.client().setConnection(stream);
        scripted.client().setReadTimeout(1);
        scripted.get();

        for (int i = 0; i < 3; i++) {
            scripted.clock().advance(1);
            scripted.client().poll();
        }

        String message = scripted.client().getFailure().message();
        assertEquals(-1, message.indexOf("example.com"), message);
    }

    @Test
    void nullThrowsAndClosesNothing() {
        ScriptedClient scripted = ScriptedClient.in(STATUS_CONNECTED);

        assertThrows(NullPointerException.class, () -> scripted.client().setConnection(null));

        scripted.expect(STATUS_CONNECTED);
    }
}
