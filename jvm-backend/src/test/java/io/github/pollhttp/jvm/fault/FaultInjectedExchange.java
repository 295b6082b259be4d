package io.github.pollhttp.jvm.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.jvm.testing.WireResponse;

/** Sends a request whose response has one fault, checks the outcome, and then sends another request. Many run side by side, one step at a time. */
final class FaultInjectedExchange {
    private static final double SHORT_READ_TIMEOUT_S = 0.01;

    /** Number of steps between the last byte from the server and close(): enough to read all bytes that were sent. */
    private static final int STEPS_BEFORE_CLOSING = 3;

    private final HTTPClient client = HTTPClient.create();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Queue<Runnable> script = new ArrayDeque<>();
    private final FaultInjectingServer server;
    private final InjectedFault fault;
    private final WireResponse response;
    private final String path;
    private boolean faultAhead = true;
    private int stepsAfterStall;

    FaultInjectedExchange(FaultInjectingServer server, String name, WireResponse response, InjectedFault fault,
            boolean onUsedConnection) {
        this.server = server;
        this.response = response;
        this.fault = fault;
        this.path = fault.path(name);
        script.add(this::connect);
        if (onUsedConnection) {
            script.add(() -> request(Method.METHOD_GET, FaultInjectingServer.WHOLE));
            script.add(this::expectWhole);
        }
        script.add(() -> request(response.method(), path));
        script.add(this::judge);
        script.add(this::connect);
        script.add(() -> request(Method.METHOD_GET, FaultInjectingServer.WHOLE));
        script.add(this::expectWhole);
        script.add(client::close);
    }

    /** @return true after the last step */
    boolean step() {
        if (isUnderWay(client.getStatus())) {
            client.poll();
            body.writeBytes(client.readResponseBodyChunk());
            interfere();
            return false;
        }
        if (script.isEmpty()) {
            return true;
        }
        try {
            script.remove().run();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(this + ": " + e.getMessage(), e);
        }
        return false;
    }

    private static boolean isUnderWay(Status status) {
        return switch (status) {
            case STATUS_RESOLVING, STATUS_CONNECTING, STATUS_REQUESTING, STATUS_BODY -> true;
            default -> false;
        };
    }

    private void connect() {
        client.setReadTimeout(0);
        assertEquals(ErrorCode.OK, client.connectToHost("127.0.0.1", server.port()));
    }

    private void request(Method method, String url) {
        body.reset();
        assertEquals(ErrorCode.OK, client.request(method, url, List.of()));
    }

    private void interfere() {
        if (!faultAhead || !server.isStalled(path)) {
            return;
        }
        if (fault.kind() == InjectedFault.Kind.STALL_UNTIL_TIMEOUT) {
            client.setReadTimeout(SHORT_READ_TIMEOUT_S);
        } else if (++stepsAfterStall == STEPS_BEFORE_CLOSING) {
            client.close();
        }
    }

    private void judge() {
        faultAhead = false;
        OutcomeCheck.check(fault, response, client, body.toByteArray());
    }

    private void expectWhole() {
        assertEquals(Status.STATUS_CONNECTED, client.getStatus());
        assertEquals(FaultInjectingServer.WHOLE_BODY, body.toString(StandardCharsets.ISO_8859_1));
    }

    @Override
    public String toString() {
        return fault + " in " + response + ", now in " + client.getStatus() + " with " + script.size()
                + " steps to go";
    }
}
