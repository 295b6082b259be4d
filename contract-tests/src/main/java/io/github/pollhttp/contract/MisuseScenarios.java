package io.github.pollhttp.contract;

import static io.github.pollhttp.contract.Scenario.named;
import static io.github.pollhttp.contract.Scenarios.ASKED;
import static io.github.pollhttp.contract.Scenarios.CONNECTED;

import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.contract.Answer.Pause;
import io.github.pollhttp.contract.Answer.Send;

/** Calls in the wrong state and wrong arguments: a clear error, and nothing is lost. */
final class MisuseScenarios {
    private static final String INVALID = "ERR_INVALID_PARAMETER";

    private MisuseScenarios() {}

    static List<Scenario> list() {
        return List.of(unconnected(), requestTwice(), requestInBody(), wrongHosts(), wrongPorts(), wrongTargets(),
                wrongHeaders(),
                wrongReadChunkSize());
    }

    private static Scenario unconnected() {
        return named("without a connection there is nothing to ask").answer(Answer.text("unused")).poll()
                .then("request", client -> client.request(Method.METHOD_GET, "/", List.of()))
                .then("refusal", client -> client.getRefusal() != null)
                .then("read", client -> client.readResponseBodyChunk().length)
                .then("code", HTTPClient::getResponseCode).then("length", HTTPClient::getResponseBodyLength)
                .then("chunked", HTTPClient::isResponseChunked).then("url", HTTPClient::getResponseUrl)
                .traces("poll:ERR_UNCONFIGURED request:" + INVALID
                        + " refusal:true read:0 code:0 length:-1 chunked:false url:");
    }

    private static Scenario requestTwice() {
        return named("a second request while the first is under way is refused, and the first goes on")
                .answer(Answer.of(new Pause(30)).then(new Send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")))
                .connect().beginGet()
                .then("request", client -> client.request(Method.METHOD_GET, "/again", List.of())).awaitHead()
                .readBody()
                .traces(ASKED + "request:" + INVALID + " BODY code:200 body:hello CONNECTED");
    }

    private static Scenario requestInBody() {
        return named("a request before the body is read is refused, and the body stays").answer(Answer.text("hello"))
                .connect().get()
                .then("request", client -> client.request(Method.METHOD_GET, "/again", List.of())).readBody()
                .traces(ASKED + "BODY code:200 request:" + INVALID + " body:hello CONNECTED");
    }

    private static Scenario wrongHosts() {
        Scenario scenario = named("a host that is none is refused").answer(Answer.text("unused"));
        String expected = "";
        for (String host : List.of("", "http://", "a/b", "a b", "a\nb", "user@host", "host:80", "[::1", "::g",
                "https://a?b")) {
            scenario.then("connect", client -> client.connectToHost(host, 80));
            expected += "connect:" + INVALID + " ";
        }
        return scenario.poll().traces(expected + "poll:ERR_UNCONFIGURED");
    }

    private static Scenario wrongPorts() {
        Scenario scenario = named("a port that is none is refused").answer(Answer.text("unused"));
        String expected = "";
        for (int port : new int[]{0, -2, 65536}) {
            scenario.then("connect", client -> client.connectToHost("127.0.0.1", port));
            expected += "connect:" + INVALID + " ";
        }
        return scenario.traces(expected.strip());
    }

    private static Scenario wrongTargets() {
        Scenario scenario = named("a target that is none is refused, and the connection stays")
                .answer(Answer.text("hello")).connect();
        String expected = CONNECTED;
        for (String url : List.of("", "index.html", "/a b", "/a\r\nX-Injected: 1", "/a\0", "ftp://a/")) {
            scenario.then("request", client -> client.request(Method.METHOD_GET, url, List.of()));
            expected += "request:" + INVALID + " ";
        }
        return scenario.get().readBody().traces(expected + "request:OK REQUESTING BODY code:200 body:hello CONNECTED");
    }

    private static Scenario wrongHeaders() {
        Scenario scenario = named("a header that is none is refused, and the connection stays")
                .answer(Answer.text("hello")).connect();
        String expected = CONNECTED;
        for (String header : List.of("", "no colon", ": no name", "two words: a", "X: a\r\nX-Injected: 1", "X: a\0",
                "Ü: a",
                "Transfer-Encoding: chunked", "Content-Length: 7")) {
            scenario.then("request", client -> client.request(Method.METHOD_GET, "/", List.of(header)));
            expected += "request:" + INVALID + " ";
        }
        return scenario.get().readBody().traces(expected + "request:OK REQUESTING BODY code:200 body:hello CONNECTED");
    }

    private static Scenario wrongReadChunkSize() {
        return named("a read chunk size out of range is refused, and the old one stays").answer(Answer.text("unused"))
                .then("set", client -> thrown(() -> client.setReadChunkSize(255)))
                .then("set", client -> thrown(() -> client.setReadChunkSize(16 * 1024 * 1024 + 1)))
                .then("size", HTTPClient::getReadChunkSize)
                .traces("set:IllegalArgumentException set:IllegalArgumentException size:65536");
    }

    private static String thrown(Runnable call) {
        try {
            call.run();
            return "nothing";
        } catch (IllegalArgumentException e) {
            return "IllegalArgumentException";
        }
    }
}
