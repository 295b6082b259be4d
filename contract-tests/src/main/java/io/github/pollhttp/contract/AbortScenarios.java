package io.github.pollhttp.contract;

import static io.github.pollhttp.contract.AllClientScenarios.REQUESTING;
import static io.github.pollhttp.contract.ClientScenario.named;

import java.util.List;

import io.github.pollhttp.contract.Answer.AwaitAbort;
import io.github.pollhttp.contract.Answer.AwaitSignal;
import io.github.pollhttp.contract.Answer.Send;
import io.github.pollhttp.contract.Answer.Signal;

/** A program that closes its client during an exchange: the server sees the end of the connection, and the client can be used again. */
public final class AbortScenarios {
    /** The length of an upload: more than the kernel buffers of a connection hold while the server does not read. */
    public static final int LARGE = 16 * 1024 * 1024;
    private static final String CLOSED = "close:OK DISCONNECTED connect:OK CONNECTING CONNECTED request:OK REQUESTING BODY code:200 body:next CONNECTED";

    private AbortScenarios() {}

    static List<ClientScenario> list() {
        return List.of(
                next(named("the server sees a close during an upload").answer(heldUpload()).answer(Answer.after("head"))
                        .answer(afterAbort()).connect().startPost(LARGE).otherGets().close().otherGets())
                        .traces(REQUESTING + CLOSED),
                next(named("the server sees a close before the first byte of the response").answer(held())
                        .answer(Answer.after("head")).answer(afterAbort()).connect().startGet().otherGets().close()
                        .otherGets())
                        .traces(REQUESTING + CLOSED),
                next(named("the server sees a close while the body is read").answer(heldBody()).answer(afterAbort())
                        .connect().get().readAtLeast(5).close().otherGets())
                        .traces(REQUESTING + "BODY code:200 body:hello " + CLOSED));
    }

    private static ClientScenario next(ClientScenario scenario) {
        return scenario.answer(Answer.text("next")).connect().get().readBody();
    }

    /** Reads nothing of the request's body until the client has closed the connection. */
    public static Answer heldUpload() {
        return Answer.of(new Signal("head")).then(new AwaitSignal("read")).then(new AwaitAbort())
                .then(new Signal("abort")).beforeBody();
    }

    /** Sends nothing until the client has closed the connection. */
    public static Answer held() {
        return Answer.of(new Signal("head")).then(new AwaitAbort()).then(new Signal("abort"));
    }

    /** Sends the first chunk of a body, and nothing more until the client has closed the connection. */
    public static Answer heldBody() {
        return Answer.of(new Send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"))
                .then(new AwaitAbort()).then(new Signal("abort"));
    }

    /** The response to the other client after the server has seen that the client has closed the connection. */
    public static Answer afterAbort() {
        return Answer.of(new Signal("read")).then(new AwaitSignal("abort")).then(Answer.NO_CONTENT);
    }
}
