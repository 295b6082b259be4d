package io.github.pollhttp.contract;

import static io.github.pollhttp.contract.ClientScenario.named;
import static io.github.pollhttp.contract.AllClientScenarios.CONNECTED;
import static io.github.pollhttp.contract.AllClientScenarios.REQUESTING;

import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.contract.Answer.Hold;
import io.github.pollhttp.contract.Answer.SendPattern;

/** The life cycle of one client: several requests on a connection, closing at any time, connecting again. */
final class LifecycleScenarios {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final String GOT = "request:OK REQUESTING BODY code:200 ";
    private static final String AGAIN = "connect:OK CONNECTING CONNECTED " + GOT + "body:next CONNECTED";

    private LifecycleScenarios() {}

    static List<ClientScenario> list() {
        return List.of(keepAlive(), largeBodiesInTurn(), allFramingsInTurn(), responseStays(), closeMidBody(),
                closeMidChunk(),
                closeWhileRequesting(),
                closeTwice(), connectWhileConnected(), connectMidBody(), unreadHead());
    }

    private static ClientScenario keepAlive() {
        return named("a connection serves several requests").answer(Answer.text("one")).answer(Answer.text("two"))
                .answer(Answer.text("three")).connect().get().readBody().get().readBody().poll().get().readBody()
                .traces(REQUESTING + "BODY code:200 body:one CONNECTED " + GOT + "body:two CONNECTED poll:OK " + GOT
                        + "body:three CONNECTED");
    }

    private static ClientScenario largeBodiesInTurn() {
        ClientScenario scenario = named("a connection serves ten large bodies in turn").connect();
        StringBuilder expected = new StringBuilder(CONNECTED);
        for (int i = 0; i < 10; i++) {
            int length = MEBIBYTE + i;
            scenario.answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n")
                    .then(new SendPattern(length))).get().readBody();
            expected.append(GOT).append("body:").append(Body.patternToken(length)).append(" CONNECTED ");
        }
        return scenario.traces(expected.toString().strip());
    }

    private static ClientScenario allFramingsInTurn() {
        return named("a connection serves another request after each kind of framing")
                .answer("HTTP/1.1 204 No Content\r\n\r\n")
                .answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\ntwo\r\n0\r\n\r\n")
                .answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n").answer(Answer.text("four")).connect().get()
                .get().readBody()
                .request(Method.METHOD_HEAD, List.of(), new byte[0]).readBody().get().readBody()
                .traces(REQUESTING + "CONNECTED code:204 " + GOT
                        + "body:two CONNECTED " + GOT + "body: CONNECTED " + GOT + "body:four CONNECTED");
    }

    private static ClientScenario responseStays() {
        return named("a response is available until the client is closed").answer(Answer.text("hello")).connect()
                .get().readBody()
                .then("has", HTTPClient::hasResponse).then("type", client -> client.getResponseHeader("content-type"))
                .then("again", client -> client.getResponseHeader("content-type")).close()
                .then("has", HTTPClient::hasResponse)
                .then("code", HTTPClient::getResponseCode).then("headers", client -> client.getResponseHeaders().size())
                .traces(REQUESTING + "BODY code:200 body:hello CONNECTED has:true type:[text/plain] again:[text/plain] "
                        + "close:OK DISCONNECTED has:false code:0 headers:0");
    }

    private static ClientScenario closeMidBody() {
        return named("after closing in the middle of a body, the client can be used again")
                .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello").then(new Hold()))
                .answer(Answer.text("next"))
                .connect().get().readAtLeast(5).close().connect().get().readBody()
                .traces(REQUESTING + "BODY code:200 body:hello close:OK DISCONNECTED " + AGAIN);
    }

    private static ClientScenario closeMidChunk() {
        return named("after closing in the middle of a chunk, the client can be used again")
                .answer(Answer.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nhello").then(new Hold()))
                .answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nnext\r\n0\r\n\r\n").connect().get()
                .readAtLeast(5)
                .close().connect().get().readBody()
                .traces(REQUESTING + "BODY code:200 body:hello close:OK DISCONNECTED " + AGAIN);
    }

    private static ClientScenario closeWhileRequesting() {
        return named("after closing before the response, the client can be used again").answer(Answer.of(new Hold()))
                .answer(Answer.text("next"))
                .connect().startGet().poll().close().connect().get().readBody()
                .traces(REQUESTING + "poll:OK close:OK DISCONNECTED " + AGAIN);
    }

    private static ClientScenario closeTwice() {
        return named("closing twice or without a connection has no effect").answer(Answer.text("next")).close()
                .close().connect()
                .close().close().poll().connect().get().readBody()
                .traces("close:OK close:OK connect:OK CONNECTING CONNECTED close:OK DISCONNECTED close:OK poll:ERR_UNCONFIGURED "
                        + AGAIN);
    }

    private static ClientScenario connectWhileConnected() {
        return named("connecting while connected starts over").answer(Answer.text("next")).connect().connect().get()
                .readBody()
                .traces("connect:OK CONNECTING CONNECTED " + AGAIN);
    }

    private static ClientScenario connectMidBody() {
        return named("connecting in the middle of a body starts over")
                .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello").then(new Hold()))
                .answer(Answer.text("next"))
                .connect().get().connect().then("has", HTTPClient::hasResponse).get().readBody()
                .traces(REQUESTING + "BODY code:200 connect:OK CONNECTING CONNECTED has:false " + GOT
                        + "body:next CONNECTED");
    }

    private static ClientScenario unreadHead() {
        return named("the status stays BODY until the body is read").answer(Answer.text("hello")).connect().get().poll()
                .poll().poll()
                .readBody().traces(REQUESTING + "BODY code:200 poll:OK poll:OK poll:OK body:hello CONNECTED");
    }
}
