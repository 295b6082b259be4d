package io.github.pollhttp.jvm.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;

/** Exceptions of a failed connect are mapped to reasons. They are made by hand, because loopback cannot provoke all of them. */
class ConnectFailureTest {

    private static Reason reasonOf(IOException cause) {
        Failure failure = new Failures("http://example.com").connect(cause).failure();
        assertEquals(Phase.CONNECT, failure.phase());
        assertSame(cause, failure.cause());
        assertTrue(failure.message().startsWith("http://example.com: "), failure.message());
        return failure.reason();
    }

    @Test
    void refusedConnectionIsRefusedInAnyLanguage() {
        assertEquals(Reason.REFUSED, reasonOf(new ConnectException("Connection refused")));
        assertEquals(Reason.REFUSED, reasonOf(new ConnectException("Verbindungsaufbau abgelehnt")));
        assertEquals(Reason.REFUSED, reasonOf(new ConnectException()));
    }

    @Test
    void timeoutOfTheSystemIsATimeout() {
        assertEquals(Reason.TIMEOUT, reasonOf(new ConnectException("Connection timed out: no further information")));
    }

    @Test
    void missingRouteOrLocalAddressIsUnreachable() {
        assertEquals(Reason.UNREACHABLE, reasonOf(new NoRouteToHostException("No route to host")));
        assertEquals(Reason.UNREACHABLE, reasonOf(new SocketException("Network is unreachable")));
        assertEquals(Reason.UNREACHABLE, reasonOf(new BindException("Cannot assign requested address")));
        assertEquals(Reason.UNREACHABLE, reasonOf(new IOException((String) null)));
    }
}
