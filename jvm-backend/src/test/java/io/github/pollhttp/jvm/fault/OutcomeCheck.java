package io.github.pollhttp.jvm.fault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.jvm.testing.WireResponse;

/** What may have come of a fault, and nothing else. */
final class OutcomeCheck {
    private static final Set<Reason> CONNECTION_ENDED = EnumSet.of(Reason.CONNECTION_RESET, Reason.CONNECTION_CLOSED_IDLE,
            Reason.BODY_TRUNCATED);

    private final InjectedFault fault;
    private final WireResponse response;
    private final HTTPClient client;
    private final byte[] delivered;

    private OutcomeCheck(InjectedFault fault, WireResponse response, HTTPClient client, byte[] delivered) {
        this.fault = fault;
        this.response = response;
        this.client = client;
        this.delivered = delivered;
    }

    static void check(InjectedFault fault, WireResponse response, HTTPClient client, byte[] delivered) {
        OutcomeCheck verdict = new OutcomeCheck(fault, response, client, delivered);
        switch (fault.kind()) {
            case TRUNCATE -> verdict.afterTruncation();
            case RESET -> verdict.afterReset();
            case STALL_UNTIL_TIMEOUT -> verdict.afterTimeout();
            case STALL_UNTIL_CLOSE -> verdict.afterClose();
            case CORRUPT -> verdict.afterCorruption();
        }
    }

    /** All that came is delivered, and it is a success only where it is everything, as far as anyone can know. */
    private void afterTruncation() {
        assertArrayEquals(response.bodyWithin(fault.position()), delivered);
        if (response.isWholeAt(fault.position())) {
            succeeded();
        } else {
            failed(CONNECTION_ENDED);
        }
    }

    /** A reset may overtake what was sent before it; it never ends a body well. */
    private void afterReset() {
        byte[] sent = response.bodyWithin(fault.position());
        assertArrayEquals(Arrays.copyOf(sent, Math.min(sent.length, delivered.length)), delivered);
        boolean whole = fault.position() == response.length() && delivered.length == sent.length;
        if (response.endsWithConnection() || !whole) {
            failed(CONNECTION_ENDED);
        } else if (client.getFailure() == null) {
            succeeded();
        }
    }

    private void afterTimeout() {
        assertArrayEquals(response.bodyWithin(fault.position()), delivered);
        if (isWholeWithoutEndOfStream()) {
            succeeded();
        } else {
            failed(EnumSet.of(Reason.TIMEOUT));
        }
    }

    private void afterClose() {
        assertArrayEquals(response.bodyWithin(fault.position()), delivered);
        if (isWholeWithoutEndOfStream()) {
            succeeded();
        } else {
            assertEquals(Status.STATUS_DISCONNECTED, client.getStatus());
            assertFalse(client.hasResponse());
            assertNull(client.getFailure());
        }
    }

    /**
     * A byte of the body that is wrong on the wire is delivered so. A byte of framing that is wrong either does not matter, or makes the
     * response mean something else, such as the whole rest of the wire for a body, or is found out. Nothing is made up in any case.
     */
    private void afterCorruption() {
        if (response.isBody(fault.position())) {
            succeeded();
            assertArrayEquals(response.bodyFlipped(fault.position(), fault.mask()), delivered);
        } else if (client.getFailure() == null) {
            succeeded();
            assertTrue(Arrays.equals(response.body(), delivered) || isPieceOfWire(), this::text);
        } else {
            failed(EnumSet.of(Reason.CONNECTION_RESET, Reason.BODY_TRUNCATED, Reason.RESPONSE_MALFORMED));
            assertTrue(delivered.length < response.length(), this::text);
        }
    }

    private boolean isWholeWithoutEndOfStream() {
        return fault.position() == response.length() && !response.endsWithConnection();
    }

    private boolean isPieceOfWire() {
        String wire = new String(response.flipped(fault.position(), fault.mask()), StandardCharsets.ISO_8859_1);
        return wire.contains(text());
    }

    private String text() {
        return new String(delivered, StandardCharsets.ISO_8859_1);
    }

    private void succeeded() {
        assertTrue(client.getStatus() == Status.STATUS_CONNECTED || client.getStatus() == Status.STATUS_DISCONNECTED,
                () -> client.getStatus() + " after " + client.getFailure());
        assertNull(client.getFailure());
        assertTrue(client.hasResponse());
    }

    private void failed(Set<Reason> reasons) {
        assertEquals(Status.STATUS_CONNECTION_ERROR, client.getStatus());
        assertNotNull(client.getFailure());
        assertTrue(reasons.contains(client.getFailure().reason()), () -> client.getFailure().toString());
    }
}
