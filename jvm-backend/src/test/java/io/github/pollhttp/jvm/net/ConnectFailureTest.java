package io.github.pollhttp.jvm.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;

/**
 * Exceptions of a failed connect or look-up are mapped to reasons. They are made by hand, with the texts of Linux, macOS and Windows, because loopback
 * cannot provoke all of them.
 */
class ConnectFailureTest {
    private static final Failures FAILURES = new Failures("http://example.com");

    private static Failure checked(Phase phase, Exception cause, Failure failure) {
        assertEquals(phase, failure.phase());
        assertSame(cause, failure.cause());
        assertTrue(failure.message().startsWith("http://example.com: "), failure.message());
        return failure;
    }

    private static Reason reasonOf(IOException cause) {
        return checked(Phase.CONNECT, cause, FAILURES.connect(cause).failure()).reason();
    }

    @Test
    void refusedConnectionIsRefusedInAnyLanguage() {
        assertEquals(Reason.REFUSED, reasonOf(new ConnectException("Connection refused")));
        assertEquals(Reason.REFUSED, reasonOf(new ConnectException("Connection refused: no further information")));
        assertEquals(Reason.REFUSED, reasonOf(new ConnectException("Connection refused: getsockopt")));
        assertEquals(Reason.REFUSED, reasonOf(new ConnectException("Verbindungsaufbau abgelehnt")));
        assertEquals(Reason.REFUSED, reasonOf(new ConnectException()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection timed out", "Operation timed out",
            "Connection timed out: no further information", "Connection timed out: getsockopt"})
    void timeoutOfTheSystemIsATimeout(String text) {
        assertEquals(Reason.TIMEOUT, reasonOf(new ConnectException(text)));
    }

    @Test
    void missingRouteOrLocalAddressIsUnreachable() {
        assertEquals(Reason.UNREACHABLE, reasonOf(new NoRouteToHostException("No route to host")));
        assertEquals(Reason.UNREACHABLE, reasonOf(new NoRouteToHostException("Keine Route zum Zielrechner")));
        assertEquals(Reason.UNREACHABLE, reasonOf(new SocketException("Network is unreachable")));
        assertEquals(Reason.UNREACHABLE, reasonOf(new BindException("Cannot assign requested address")));
        assertEquals(Reason.UNREACHABLE, reasonOf(new BindException("Can't assign requested address")));
        assertEquals(Reason.UNREACHABLE, reasonOf(new IOException((String) null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Network is unreachable", "Network is unreachable: connect", "Network is down",
            "Network is down: connect", "Host is down", "Host is down: no further information"})
    void messageOfAMissingRouteNamesTheNetwork(String text) {
        SocketException cause = new SocketException(text);
        Failure failure = checked(Phase.CONNECT, cause, FAILURES.connect(cause).failure());

        assertEquals(Reason.UNREACHABLE, failure.reason());
        assertTrue(failure.message().contains("no route"), failure.message());
    }

    /** Windows denies a connection that a firewall blocks. */
    @Test
    void messageOfADeniedConnectionNamesFirewalls() {
        SocketException cause = new SocketException("Permission denied: connect");
        Failure failure = checked(Phase.CONNECT, cause, FAILURES.connect(cause).failure());

        assertEquals(Reason.UNREACHABLE, failure.reason());
        assertTrue(failure.message().contains("firewalls"), failure.message());
    }

    private static Failure lookup(Exception cause) {
        return checked(Phase.RESOLVE, cause, FAILURES.lookup(cause).failure());
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com: Temporary failure in name resolution", "example.com: Try again",
            "This is usually a temporary error during hostname resolution and means that the local server did not receive"
                    + " a response from an authoritative server (example.com)"})
    void nameServerThatDoesNotAnswerIsAFailedLookUp(String text) {
        assertEquals(Reason.NAME_LOOKUP_FAILED, lookup(new UnknownHostException(text)).reason());
    }

    @Test
    void lookUpThatTheSystemCannotBeginIsAFailedLookUp() {
        assertEquals(Reason.NAME_LOOKUP_FAILED, lookup(new SecurityException("example.com")).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com: Name or service not known",
            "example.com: nodename nor servname provided, or not known", "No such host is known (example.com)",
            "example.com: Name does not resolve", "Der angegebene Host ist unbekannt (example.com)", "example.com",
            "temporary.example: Name or service not known"})
    void unknownNameIsNotFoundAndTheMessageNamesTheNetworkToo(String text) {
        Failure failure = lookup(new UnknownHostException(text));

        assertEquals(Reason.NAME_NOT_FOUND, failure.reason());
        assertTrue(failure.message().contains("spelling and the network"), failure.message());
    }

    /** Android throws these if the manifest does not ask for the permission INTERNET: with an address a SocketException, with a name the other. */
    @Test
    void missingPermissionIsNamed() {
        SocketException denied = new SocketException("socket failed: EPERM (Operation not permitted)");
        Failure connecting = checked(Phase.CONNECT, denied, FAILURES.connect(denied).failure());
        assertEquals(Reason.UNREACHABLE, connecting.reason());
        assertTrue(connecting.message().contains("android.permission.INTERNET"), connecting.message());

        Failure lookup = lookup(new SecurityException("Permission denied (missing INTERNET permission?)"));
        assertEquals(Reason.NAME_LOOKUP_FAILED, lookup.reason());
        assertTrue(lookup.message().contains("android.permission.INTERNET"), lookup.message());
    }
}
