package io.github.pollhttp.contract;

import static io.github.pollhttp.contract.ClientScenario.named;
import static io.github.pollhttp.contract.AllClientScenarios.REQUESTING;
import static io.github.pollhttp.contract.AllClientScenarios.CONNECTED;

import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.contract.Answer.Pause;
import io.github.pollhttp.contract.Answer.Send;

/** Calls in the wrong state and invalid arguments: the call returns an error with a reason, and the client stays usable. */
final class RejectionScenarios {
    private static final String LONG = "a123456789b123456789c123456789d123456789e123456789f123456789g12";
    private static final String NAME_OF_251 = LONG + "." + LONG + "." + LONG
            + ".a123456789b123456789c123456789d123456789e123456789f12345678";
    private static final String INVALID = "ERR_INVALID_PARAMETER";

    private RejectionScenarios() {}

    static List<ClientScenario> list() {
        return List.of(unconnected(), requestTwice(), requestInBody(), invalidHosts(), possibleHosts(), invalidPorts(),
                invalidTargets(),
                invalidHeaders(),
                invalidReadChunkSize());
    }

    private static ClientScenario unconnected() {
        return named("a request without a connection is rejected").answer(Answer.text("unused")).poll()
                .then("request", client -> client.request(Method.METHOD_GET, "/", List.of()))
                .then("rejection", client -> client.getRejection() != null)
                .then("read", client -> client.readResponseBodyChunk().length)
                .then("code", HTTPClient::getResponseCode).then("length", HTTPClient::getResponseBodyLength)
                .then("chunked", HTTPClient::isResponseChunked).then("url", HTTPClient::getResponseUrl)
                .traces("poll:ERR_UNCONFIGURED request:" + INVALID
                        + " rejection:true read:0 code:0 length:-1 chunked:false url:");
    }

    private static ClientScenario requestTwice() {
        return named("a second request is rejected while the first is in progress, and the first completes")
                .answer(Answer.of(new Pause(30)).then(new Send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")))
                .connect().startGet()
                .then("request", client -> client.request(Method.METHOD_GET, "/again", List.of())).awaitHead()
                .readBody()
                .traces(REQUESTING + "request:" + INVALID + " BODY code:200 body:hello CONNECTED");
    }

    private static ClientScenario requestInBody() {
        return named("a request before the body is read is rejected, and the body can still be read")
                .answer(Answer.text("hello"))
                .connect().get()
                .then("request", client -> client.request(Method.METHOD_GET, "/again", List.of())).readBody()
                .traces(REQUESTING + "BODY code:200 request:" + INVALID + " body:hello CONNECTED");
    }

    private static ClientScenario invalidHosts() {
        ClientScenario scenario = named("an invalid host is rejected").answer(Answer.text("unused"));
        String expected = "";
        for (String host : List.of("", "http://", "a/b", "a b", "a\nb", "user@host", "host:80", "[::1", "::g",
                "[x]@evil.example/]", "https://a?b", "a\u0001", "a\u007f", "a\0", "\ta", "a%62", "a..b", ".a", "a..",
                ".",
                LONG + "a", NAME_OF_251 + "abc")) {
            scenario.then("connect", client -> client.connectToHost(host, 80)).then("rejection",
                    HTTPClient::getRejection);
            expected += "connect:" + INVALID + " rejection:" + rejectionOfHost(host) + " ";
        }
        return scenario.poll().traces(expected + "poll:ERR_UNCONFIGURED");
    }

    private static String rejectionOfHost(String host) {
        return switch (host) {
            case "", "http://" -> "the host is empty.";
            case "::g" -> "\"::g\" is not an IPv6 address.";
            case "[x]@evil.example/]" -> "\"evil.example/]\" is not an IPv6 address.";
            case "[::1" -> "\"[::1\" is not an IPv6 address.";
            case "a..b", ".a", "a..", ".", LONG + "a", NAME_OF_251 + "abc" -> "the host " + quotedStart(host)
                    + " is not a possible name: it has at most 253 characters, in labels of 1 to 63.";
            case "host:80" -> "the host \"host:80\" has a port in it; give it as an argument of its own.";
            default -> "the host \"" + shown(host) + "\" has a character that a host cannot have; "
                    + "a path belongs into the request, user and password into a header.";
        };
    }

    /** Messages have the first 80 characters. */
    private static String quotedStart(String host) {
        return host.length() > 80 ? "\"" + host.substring(0, 80) + "...\"" : "\"" + host + "\"";
    }

    private static ClientScenario possibleHosts() {
        ClientScenario scenario = named("a host that is a possible name is accepted").needs(Feature.NAME_LOOKUP)
                .answer(Answer.text("unused"));
        String expected = "";
        for (String host : List.of("\u0dc1\u0dca\u200d\u0dbb\u0dd3.invalid",
                "\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.invalid",
                "a\ufeffb.invalid", "a\u200bb.invalid", "a\u00adb.invalid", LONG, NAME_OF_251 + "ab",
                NAME_OF_251 + "ab.",
                "a_b.invalid")) {
            scenario.then("connect", client -> connected(client, host));
            expected += "connect:OK ";
        }
        return scenario.traces(expected.strip());
    }

    private static Object connected(HTTPClient client, String host) {
        Object result = client.connectToHost(host, 80);
        client.close();
        return result;
    }

    /** Messages escape control characters, and leave out user-info and query. */
    private static String shown(String host) {
        return switch (host) {
            case "a\nb" -> "a\\u000ab";
            case "a\u0001" -> "a\\u0001";
            case "a\u007f" -> "a\\u007f";
            case "a\0" -> "a\\u0000";
            case "\ta" -> "\\u0009a";
            case "user@host" -> "host";
            case "https://a?b" -> "a?...";
            default -> host;
        };
    }

    private static ClientScenario invalidPorts() {
        ClientScenario scenario = named("an invalid port is rejected").answer(Answer.text("unused"));
        String expected = "";
        for (int port : new int[]{0, -2, 65536}) {
            scenario.then("connect", client -> client.connectToHost("127.0.0.1", port)).then("rejection",
                    HTTPClient::getRejection);
            expected += "connect:" + INVALID
                    + " rejection:the port must be 1 to 65535, or -1 for the default of the scheme; it is " + port
                    + ". ";
        }
        return scenario.traces(expected.strip());
    }

    private static ClientScenario invalidTargets() {
        ClientScenario scenario = named("an invalid target is rejected, and the connection stays open")
                .answer(Answer.text("hello")).connect();
        String expected = CONNECTED;
        for (String url : List.of("", "index.html", "/a b", "/a\r\nX-Injected: 1", "/a\0", "ftp://a/")) {
            scenario.then("request", client -> client.request(Method.METHOD_GET, url, List.of())).then("rejection",
                    HTTPClient::getRejection);
            expected += "request:" + INVALID + " rejection:" + rejectionOfTarget(url) + " ";
        }
        scenario.then("request",
                client -> client.request(Method.METHOD_GET, "/", List.of("Host: a.example", "host: b.example")))
                .then("refusal", HTTPClient::getRejection);
        expected += "request:" + INVALID + " refusal:the header Host is given more than once. ";
        return scenario.get().readBody().traces(expected + "request:OK REQUESTING BODY code:200 body:hello CONNECTED");
    }

    private static String rejectionOfTarget(String url) {
        return url.startsWith("/a")
                ? "the url \"" + shownTarget(url)
                        + "\" has a space or a control character in it; write a space as %20."
                : "the url must begin with \"/\", \"http://\" or \"https://\" "
                        + "(\"*\" for OPTIONS, \"host:port\" for CONNECT); it is \"" + url + "\".";
    }

    private static String shownTarget(String url) {
        return switch (url) {
            case "/a\r\nX-Injected: 1" -> "/a\\u000d\\u000aX-Injected: 1";
            case "/a\0" -> "/a\\u0000";
            default -> url;
        };
    }

    private static ClientScenario invalidHeaders() {
        ClientScenario scenario = named("an invalid header is rejected, and the connection stays open")
                .answer(Answer.text("hello")).connect();
        String expected = CONNECTED;
        for (String header : List.of("", "no colon", ": no name", "two words: a", "X: a\r\nX-Injected: 1", "X: a\0",
                "X: \u0001a", "X: a\u001B", "X: a\u007F", "Ü: a",
                "Transfer-Encoding: chunked", "Content-Length: 7")) {
            scenario.then("request", client -> client.request(Method.METHOD_GET, "/", List.of(header))).then(
                    "rejection",
                    HTTPClient::getRejection);
            expected += "request:" + INVALID + " rejection:" + rejectionOfHeader(header) + " ";
        }
        scenario.then("request",
                client -> client.request(Method.METHOD_GET, "/", List.of("Host: a.example", "host: b.example")))
                .then("refusal", HTTPClient::getRejection);
        expected += "request:" + INVALID + " refusal:the header Host is given more than once. ";
        return scenario.get().readBody().traces(expected + "request:OK REQUESTING BODY code:200 body:hello CONNECTED");
    }

    private static String rejectionOfHeader(String header) {
        return switch (header) {
            case "", "no colon", ": no name" ->
                "a header must read \"Name: value\", but one of " + header.length() + " characters has no name.";
            case "two words: a" ->
                "the name of a header has the character U+20 at index 3, which a header name cannot have.";
            case "Ü: a" -> "the name of a header has the character U+dc at index 0, which a header name cannot have.";
            case "Transfer-Encoding: chunked" ->
                "Transfer-Encoding must not be set: a body is always sent with its length.";
            case "Content-Length: 7" -> "the header \"Content-Length: 7\" disagrees with the body of 0 bytes.";
            default -> "the value of header X has a line end or another control character in it.";
        };
    }

    private static ClientScenario invalidReadChunkSize() {
        return named("a read chunk size out of range is rejected, and the old one is kept")
                .answer(Answer.text("unused"))
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
