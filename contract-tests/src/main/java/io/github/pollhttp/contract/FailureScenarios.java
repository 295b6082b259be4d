package io.github.pollhttp.contract;

import static io.github.pollhttp.contract.ClientScenario.named;
import static io.github.pollhttp.contract.AllClientScenarios.REQUESTING;

import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.contract.Answer.AwaitSignal;
import io.github.pollhttp.contract.Answer.Close;
import io.github.pollhttp.contract.Answer.Hold;
import io.github.pollhttp.contract.Answer.Pause;
import io.github.pollhttp.contract.Answer.Reset;

/** Servers that end a response early or send invalid HTTP: the exchange fails, and the client can be used again. */
final class FailureScenarios {
    private static final String FAILED = REQUESTING + "CONNECTION_ERROR poll:ERR_CONNECTION_ERROR ";
    private static final String BAD_LENGTH = FAILED + "length:-1 body:";
    private static final String RECOVERED = "connect:OK CONNECTING CONNECTED request:OK REQUESTING BODY code:200 body:next CONNECTED";
    private static final String CUT_SHORT = REQUESTING
            + "BODY code:200 body:hello body:hello CONNECTION_ERROR poll:ERR_CONNECTION_ERROR " + RECOVERED;
    private static final String ACCEPTED_AS_COMPLETE = REQUESTING
            + "BODY code:200 body:hello body:hello CONNECTED poll:OK "
            + RECOVERED;
    private static final String ACCEPTED_AS_RESPONSE = REQUESTING + "BODY code:200 has:true failed:false";
    private static final String END_OF_HEAD = "the browser treats the end of the connection as the end of the head and reports no error";
    /** The bytes before this act have been read, and cannot be lost by a later error. */
    private static final AwaitSignal READ = new AwaitSignal("read");
    private static final Pause ALONE = new Pause(50);

    private FailureScenarios() {}

    static List<ClientScenario> list() {
        return List.of(
                cutShort("a body that ends early is an error",
                        Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello").then(READ).then(new Close())),
                cutShort("a chunked body without its last chunk is an error",
                        Answer.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n").then(READ)
                                .then(new Close()))
                        .butIn(Engine.WEBKIT, ACCEPTED_AS_COMPLETE,
                                "WebKitGTK's libsoup before 3.6.5 treats the end of the connection between two chunks "
                                        + "as the end of the body and reports no error"),
                cutShort("a chunk that ends early is an error",
                        Answer.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nhello").then(READ)
                                .then(new Close())),
                cutShort("a connection that is reset in the body is an error",
                        Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello").then(READ).then(new Reset())),
                cutShort("an invalid chunk size is an error",
                        Answer.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n").then(READ)
                                .then(new Answer.Send("xyz\r\nhello\r\n0\r\n\r\n")))
                        .butIn(Engine.WEBKIT, ACCEPTED_AS_COMPLETE,
                                "WebKitGTK's libsoup before 3.7.1 reads an invalid chunk size as 0, which is the end of the body"),
                noResponse("a connection that ends without a response is an error", Answer.of(new Close())),
                noResponse("a connection that is reset without a response is an error", Answer.of(new Reset())),
                noResponse("a head that ends early is an error",
                        Answer.of("HTTP/1.1 200 OK\r\nContent-Le").then(ALONE).then(new Close()))
                        .butIn(Engine.CHROMIUM, ACCEPTED_AS_RESPONSE, END_OF_HEAD)
                        .butIn(Engine.FIREFOX, ACCEPTED_AS_RESPONSE, END_OF_HEAD),
                noResponse("a response in another protocol is an error",
                        Answer.of("SSH-2.0-OpenSSH_9.2\r\n").then(ALONE).then(new Close()))
                        .butIn(Engine.FIREFOX, ACCEPTED_AS_RESPONSE,
                                "Firefox treats a response without a status line as the body of an HTTP/0.9 response"),
                noResponse("two different Content-Length values are an error",
                        Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!")
                                .then(new Close()))
                        .butIn(Engine.WEBKIT, ACCEPTED_AS_RESPONSE,
                                "WebKitGTK's libsoup before 3.7.1 uses the last of two Content-Length values and reports no error"),
                badLength("a Content-Length that is a word is an error", "cat").butIn(Engine.WEBKIT, BAD_LENGTH, ""),
                badLength("a negative Content-Length is an error", "-5")
                        .butIn(Engine.WEBKIT, REQUESTING + "BODY code:200 length:-1 body: CONNECTED",
                                "WebKitGTK's libsoup reads no body after a negative Content-Length"),
                badLength("a Content-Length with a sign is an error", "+5"),
                badLength("a Content-Length with a space within is an error", "5 5")
                        .butIn(Engine.WEBKIT, BAD_LENGTH, ""),
                noResponse("a NUL in a header value is an error",
                        Answer.of("HTTP/1.1 200 OK\r\nX-Nul: a\0b\r\nContent-Length: 5\r\n\r\nhello")
                                .then(new Close())),
                readTimeout());
    }

    private static ClientScenario cutShort(String name, Answer answer) {
        return named(name).answer(answer).answer(Answer.signal("read"))
                .answer(Answer.text("next")).connect().get().readAtLeast(5).otherGets()
                .readBody().poll().connect().get()
                .readBody()
                .traces(CUT_SHORT);
    }

    private static ClientScenario noResponse(String name, Answer answer) {
        return named(name).answer(answer).connect().get().then("has", HTTPClient::hasResponse)
                .then("failed", client -> client.getFailure() != null).traces(FAILED + "has:false failed:true");
    }

    private static ClientScenario badLength(String name, String length) {
        return named(name)
                .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\nhello").then(ALONE)
                        .then(new Close()))
                .connect().get().then("length", HTTPClient::getResponseBodyLength).readBody().traces(BAD_LENGTH)
                .butInBrowser(REQUESTING + "BODY code:200 length:-1 body:hello CONNECTED",
                        "the browser does not report an invalid Content-Length and delivers the bytes that arrive")
                .butAsOnJvmIn(Engine.NODE);
    }

    private static ClientScenario readTimeout() {
        return named("a response that does not arrive within the read timeout is an error")
                .answer(Answer.of(new Hold()))
                .answer(Answer.text("next")).connect()
                .set(client -> {
                    client.setReadTimeout(0.2);
                    return null;
                }).get().then("reason", client -> client.getFailure().reason()).connect().get().readBody()
                .traces(FAILED + "reason:TIMEOUT " + RECOVERED);
    }
}
