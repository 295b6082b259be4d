package io.github.pollhttp.contract;

import static io.github.pollhttp.contract.ClientScenario.named;
import static io.github.pollhttp.contract.AllClientScenarios.REQUESTING;

import java.nio.ByteBuffer;
import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.contract.Answer.Close;
import io.github.pollhttp.contract.Answer.Drip;
import io.github.pollhttp.contract.Answer.Pause;
import io.github.pollhttp.contract.Answer.Send;
import io.github.pollhttp.contract.Answer.SendPattern;

/** Message framing: how the end of a response is found (RFC 9112 section 6.3), however its bytes arrive. */
final class FramingScenarios {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final String BROWSER_KEEPS_CONNECTIONS = "the browser manages the connections, so the client stays connected (D7)";

    private FramingScenarios() {}

    static List<ClientScenario> list() {
        return List.of(contentLength(), spacedContentLength(), binary(), chunked(), chunkExtensions(), untilClose(),
                connectionClose(),
                emptyBody(), head(),
                headChunked(), noContent(), resetContent(), notModified(), interimResponses(), noReason(),
                dripFedHead(), dripFedBody(),
                dripFedChunks(), smallReads(), emptyBuffer(), bufferReads(), directBufferReads(), pieces());
    }

    private static ClientScenario contentLength() {
        return named("a body with Content-Length is read to its end").answer(Answer.text("hello")).connect().get()
                .readBody()
                .then("length", HTTPClient::getResponseBodyLength)
                .traces(REQUESTING + "BODY code:200 body:hello CONNECTED length:5");
    }

    private static ClientScenario spacedContentLength() {
        return named("spaces and tabs around a Content-Length are ignored")
                .answer("HTTP/1.1 200 OK\r\nContent-Length: \t 5 \t \r\n\r\nhello").answer(Answer.text("next"))
                .connect()
                .get().then("length", HTTPClient::getResponseBodyLength).readBody().get().readBody()
                .traces(REQUESTING + "BODY code:200 length:5 body:hello CONNECTED request:OK REQUESTING BODY code:200 "
                        + "body:next CONNECTED")
                .butIn(Engine.NODE,
                        REQUESTING + "CONNECTION_ERROR poll:ERR_CONNECTION_ERROR length:-1 body: "
                                + "request:ERR_INVALID_PARAMETER body:",
                        "Node rejects a tab after a Content-Length");
    }

    private static ClientScenario binary() {
        return named("a binary body of 1 MiB arrives unchanged")
                .answer(Answer
                        .of("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: " + MEBIBYTE
                                + "\r\n\r\n")
                        .then(new SendPattern(MEBIBYTE)))
                .connect().get().readBody()
                .traces(REQUESTING + "BODY code:200 body:" + Body.patternToken(MEBIBYTE) + " CONNECTED");
    }

    private static ClientScenario chunked() {
        return named("a chunked body is read to its end, and its length is -1")
                .answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n-world\r\n0\r\n\r\n")
                .connect().get()
                .then("length", HTTPClient::getResponseBodyLength).readBody()
                .traces(REQUESTING + "BODY code:200 length:-1 body:hello-world CONNECTED");
    }

    private static ClientScenario chunkExtensions() {
        return named("chunk extensions and trailers are not part of the body")
                .answer("HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n5;a=b;c=\"d\"\r\nhello\r\n00;e\r\nX-Trailer: t\r\n\r\n")
                .answer(Answer.text("next")).connect().get().readBody().get().readBody()
                .traces(REQUESTING
                        + "BODY code:200 body:hello CONNECTED request:OK REQUESTING BODY code:200 body:next CONNECTED")
                .butIn(Engine.NODE,
                        REQUESTING
                                + "BODY code:200 body: CONNECTION_ERROR request:ERR_INVALID_PARAMETER code:200 body:",
                        "Node 20 (undici 6) rejects a chunk extension with a quoted value");
    }

    private static ClientScenario untilClose() {
        return named("a body without Content-Length ends with the connection")
                .answer(Answer.of("HTTP/1.1 200 OK\r\n\r\nhello").then(new Pause(20)).then(new Send("-world"))
                        .then(new Close()))
                .connect().get().readBody().then("code", HTTPClient::getResponseCode)
                .traces(REQUESTING + "BODY code:200 body:hello-world DISCONNECTED code:200")
                .butInBrowser(REQUESTING + "BODY code:200 body:hello-world CONNECTED code:200",
                        BROWSER_KEEPS_CONNECTIONS);
    }

    private static ClientScenario connectionClose() {
        return named("a response stays available after Connection: close")
                .answer(Answer.of("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello")
                        .then(new Close()))
                .connect()
                .get().readBody().then("has", HTTPClient::hasResponse).then("length", HTTPClient::getResponseBodyLength)
                .traces(REQUESTING + "BODY code:200 body:hello DISCONNECTED has:true length:5")
                .butInBrowser(REQUESTING + "BODY code:200 body:hello CONNECTED has:true length:5",
                        BROWSER_KEEPS_CONNECTIONS);
    }

    private static ClientScenario emptyBody() {
        return named("a body of length 0 has the status BODY").answer(Answer.text("")).connect().get()
                .then("length", HTTPClient::getResponseBodyLength).readBody()
                .traces(REQUESTING + "BODY code:200 length:0 body: CONNECTED");
    }

    private static ClientScenario head() {
        return named("a response to HEAD has no body, even with Content-Length")
                .answer("HTTP/1.1 200 OK\r\nContent-Length: 1234\r\n\r\n").answer(Answer.text("next")).connect()
                .request(Method.METHOD_HEAD, List.of(), new byte[0]).then("length", HTTPClient::getResponseBodyLength)
                .readBody().get()
                .readBody()
                .traces(REQUESTING
                        + "BODY code:200 length:0 body: CONNECTED request:OK REQUESTING BODY code:200 body:next CONNECTED");
    }

    private static ClientScenario headChunked() {
        return named("a response to HEAD has no body, even with Transfer-Encoding")
                .answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                .connect().request(Method.METHOD_HEAD, List.of(), new byte[0]).readBody()
                .traces(REQUESTING + "BODY code:200 body: CONNECTED");
    }

    private static ClientScenario noContent() {
        return named("204 has no body").answer("HTTP/1.1 204 No Content\r\n\r\n")
                .answer(Answer.text("next")).connect()
                .get().then("has", HTTPClient::hasResponse).get().readBody()
                .traces(REQUESTING
                        + "CONNECTED code:204 has:true request:OK REQUESTING BODY code:200 body:next CONNECTED");
    }

    private static ClientScenario resetContent() {
        return named("205 has no body").answer("HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n")
                .connect().get()
                .traces(REQUESTING + "CONNECTED code:205");
    }

    private static ClientScenario notModified() {
        return named("304 has no body")
                .answer("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\nContent-Length: 5\r\n\r\n").connect()
                .get("If-None-Match: \"a\"")
                .traces(REQUESTING + "CONNECTED code:304");
    }

    private static ClientScenario interimResponses() {
        return named("interim responses are skipped")
                .answer("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nX-Hint: a\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")
                .connect().get().then("hint", client -> client.getResponseHeader("X-Hint").size()).readBody()
                .traces(REQUESTING + "BODY code:200 hint:0 body:hello CONNECTED")
                .butIn(Engine.NODE, REQUESTING + "CONNECTION_ERROR poll:ERR_CONNECTION_ERROR hint:0 body:",
                        "Node rejects 100 Continue in response to a request without Expect");
    }

    private static ClientScenario noReason() {
        return named("a status line may lack a reason phrase").answer("HTTP/1.1 404\r\nContent-Length: 4\r\n\r\nnone")
                .connect()
                .get().readBody()
                .traces(REQUESTING + "BODY code:404 body:none CONNECTED");
    }

    private static ClientScenario dripFedHead() {
        return named("a head may arrive byte by byte")
                .answer(Answer.of(new Drip("HTTP/1.1 200 OK\r\nX-Test: drip\r\nContent-Length: 5\r\n\r\n"))
                        .then(new Send("hello")))
                .connect()
                .get().then("header", client -> client.getResponseHeader("x-test")).readBody()
                .traces(REQUESTING + "BODY code:200 header:[drip] body:hello CONNECTED");
    }

    private static ClientScenario dripFedBody() {
        return named("a body may arrive byte by byte")
                .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n")
                        .then(new Drip("abcdefghijklmnopqrst")))
                .connect().get()
                .readBody().traces(REQUESTING + "BODY code:200 body:abcdefghijklmnopqrst CONNECTED");
    }

    private static ClientScenario dripFedChunks() {
        return named("chunks may arrive byte by byte")
                .answer(Answer.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                        .then(new Drip("5;x=y\r\nhello\r\n1\r\n-\r\n00005\r\nworld\r\n0\r\nT: u\r\n\r\n")))
                .connect().get().readBody().traces(REQUESTING + "BODY code:200 body:hello-world CONNECTED");
    }

    private static ClientScenario smallReads() {
        return named("a read returns at most the read chunk size")
                .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n").then(new SendPattern(5000)))
                .connect().set(client -> {
                    client.setReadChunkSize(256);
                    return null;
                }).get().readBody().traces(REQUESTING + "BODY code:200 body:" + Body.patternToken(5000) + " CONNECTED");
    }

    private static ClientScenario emptyBuffer() {
        ByteBuffer empty = ByteBuffer.allocate(0);
        return named("a read into a buffer without space takes nothing").answer(Answer.text("hello")).connect().get()
                .then("read", client -> client.readResponseBodyChunk(empty)).readBody()
                .then("read", client -> client.readResponseBodyChunk(empty))
                .traces(REQUESTING + "BODY code:200 read:0 body:hello CONNECTED read:0");
    }

    private static ClientScenario bufferReads() {
        return named("a body may be read into a heap buffer")
                .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n").then(new SendPattern(100000)))
                .connect().get()
                .readBodyByBuffer(1000)
                .traces(REQUESTING + "BODY code:200 body:" + Body.patternToken(100000) + " CONNECTED");
    }

    private static ClientScenario directBufferReads() {
        return named("a body may be read into a direct buffer")
                .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n").then(new SendPattern(100000)))
                .connect().get()
                .readBodyByDirectBuffer(1000)
                .traces(REQUESTING + "BODY code:200 body:" + Body.patternToken(100000) + " CONNECTED");
    }

    private static ClientScenario pieces() {
        return named("the start of a body can be read before the rest arrives")
                .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nhello").then(new Answer.Hold()))
                .connect().get()
                .readAtLeast(5).close().traces(REQUESTING + "BODY code:200 body:hello close:OK DISCONNECTED");
    }
}
