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

/** Checks that the client reports an outcome that is allowed for the fault. */
final class OutcomeCheck {
    private static final Set<Reason> CONNECTION_ENDED = EnumSet.of(Reason.CONNECTION_RESET,
            Reason.CONNECTION_CLOSED_IDLE,
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

    /** All bytes that arrived are delivered. It is a success only if the framing shows that the response is complete. */
    private void afterTruncation() {
        assertArrayEquals(response.bodyWithin(fault.position()), delivered);
        if (response.isWholeAt(fault.position())) {
            succeeded();
        } else {
            failed(CONNECTION_ENDED);
        }
    }

    /** A reset may discard bytes that were sent before it. It never completes a body that ends with the connection. */
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
     * A changed byte of the body is delivered as it is. A changed byte of the framing has no effect, or gives the response another meaning (such
     * as a body until the end of the connection), or is a failure. In each case, only bytes that were received are delivered.
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
