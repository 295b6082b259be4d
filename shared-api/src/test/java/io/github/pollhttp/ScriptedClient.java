package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import static io.github.pollhttp.ErrorCode.OK;

import java.util.List;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.ScriptedBackend.Connecting;

/** A client on a scripted backend and a clock that stands still, driven to the status that a test begins with. */
record ScriptedClient(PollingClient client, ScriptedBackend backend, ManualClock clock) {

    static ScriptedClient in(Status status) {
        ScriptedClient scripted = create();
        switch (status) {
            case STATUS_DISCONNECTED -> {
            }
            case STATUS_RESOLVING -> scripted.connectTo("example.com");
            case STATUS_CONNECTING -> scripted.connectTo("192.0.2.1");
            case STATUS_CONNECTED -> scripted.connected();
            case STATUS_REQUESTING -> scripted.connected().get();
            case STATUS_BODY -> scripted.connected().get().respond(ScriptedResponse.withBody("Content-Length: 5"));
            case STATUS_CANT_RESOLVE -> scripted.failingToConnect(Phase.RESOLVE, Reason.NAME_NOT_FOUND);
            case STATUS_CANT_CONNECT -> scripted.failingToConnect(Phase.CONNECT, Reason.REFUSED);
            case STATUS_TLS_HANDSHAKE_ERROR -> scripted.failingToConnect(Phase.TLS, Reason.TLS_UNTRUSTED);
            case STATUS_CONNECTION_ERROR -> scripted.connected().get().failingToRespond();
        }
        return scripted.expect(status);
    }

    private static ScriptedClient create() {
        ManualClock clock = new ManualClock();
        ScriptedBackend backend = new ScriptedBackend(clock);
        return new ScriptedClient(new PollingClient(backend), backend, clock);
    }

    // The steps of an exchange

    ScriptedClient connectTo(String host) {
        assertEquals(OK, client.connectToHost(host), client::getRejection);
        return this;
    }

    ScriptedClient connected() {
        connectTo("example.com");
        backend.connects(Connecting.DONE);
        client.poll();
        return this;
    }

    ScriptedClient get(String... headers) {
        assertEquals(OK, client.request(Method.METHOD_GET, "/", List.of(headers)), client::getRejection);
        return this;
    }

    ScriptedClient respond(ScriptedResponse head) {
        backend.responds(head);
        client.poll();
        return this;
    }

    /** Takes the whole body in one read. */
    ScriptedClient readToEnd(byte... bytes) {
        backend.bodyBytes(bytes).bodyEnds();
        client.readResponseBodyChunk();
        return this;
    }

    private void failingToConnect(Phase phase, Reason reason) {
        connectTo("example.com");
        backend.failsToConnect(ScriptedBackend.failure(phase, reason));
        client.poll();
    }

    private void failingToRespond() {
        backend.failsToRespond(ScriptedBackend.failure(Phase.RESPONSE_HEAD, Reason.CONNECTION_RESET));
        client.poll();
    }

    // What a test expects

    ScriptedClient expect(Status status) {
        assertEquals(status, client.getStatus());
        return this;
    }

    void expectTimeout(Phase phase) {
        Failure failure = client.getFailure();
        assertEquals(phase, failure.phase());
        assertEquals(Reason.TIMEOUT, failure.reason());
    }

    /** Has the client closed by another thread, inside of the next call to the backend. */
    void closeMeanwhile() {
        backend.meanwhile = this::closeOnAnotherThread;
    }

    void closeOnAnotherThread() {
        Thread other = new Thread(client::close);
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            fail(e);
        }
    }
}
