package io.github.pollhttp.contract;

import static io.github.pollhttp.contract.AllClientScenarios.CONNECTED;
import static io.github.pollhttp.contract.AllClientScenarios.REQUESTING;
import static io.github.pollhttp.contract.ClientScenario.named;

import java.util.List;

import io.github.pollhttp.HTTPClient.Method;

/** Names and values of header fields (RFC 9110 section 5), sent and received. */
final class HeaderScenarios {
    private static final String QUOTED = "\"a, b\", \"c\\\"d\"";

    private static final String ARRIVED = REQUESTING + "BODY code:200 ";
    private static final String HEAD_ERROR = REQUESTING
            + "CONNECTION_ERROR poll:ERR_CONNECTION_ERROR a:[] b:[] c:[] d:[] body:";

    private HeaderScenarios() {}

    static List<ClientScenario> list() {
        return List.of(
                named("tabs, spaces, commas and quotes in a header value reach the server")
                        .answer(Answer.reveal("X-Tab", "X-Quoted", "X-Edge", "X-None", "X-Colon")).connect()
                        .get("X-Tab: a\tb  c", "X-Quoted: " + QUOTED, "X-Edge: \t edge \t ", "X-None:",
                                "X-Colon: a:b;c=d")
                        .readBody()
                        .traces(REQUESTING + "BODY code:200 body:GET_/.../0__X-Tab=a%09b__c"
                                + "_X-Quoted=\"a,_b\",_\"c\\\"d\"_X-Edge=edge_X-None=_X-Colon=a:b;c=d CONNECTED"),
                received("tabs, spaces, commas and quotes in a header value arrive",
                        "X-A: a\tb  c\r\nX-B: " + QUOTED + "\r\nX-C: \t edge \t \r\nX-D:\r\n")
                        .traces(ARRIVED + "a:[a\tb  c] b:[" + QUOTED
                                + "] c:[edge] d:[] body:hello CONNECTED"),
                received("the lines of a folded header value are joined by a space",
                        "X-A: a\r\n b\r\n\tc\r\nX-B: d\r\n")
                        .traces(ARRIVED + "a:[a b c] b:[d] c:[] d:[] body:hello CONNECTED")
                        .butIn(Engine.FIREFOX, ARRIVED + "a:[a b\tc] b:[d] c:[] d:[] body:hello CONNECTED",
                                "Firefox keeps the tab at the start of a folded line")
                        .butIn(Engine.NODE, ARRIVED + "a:[a b\tc] b:[d] c:[] d:[] body:hello CONNECTED",
                                "Node 20 keeps the tab at the start of a folded line")
                        .butIn(Engine.NODE, HEAD_ERROR, "Node 24 rejects folded lines"),
                received("a line of the head may end with a line feed alone", "X-A: a\nX-B: b\r\n")
                        .traces(ARRIVED + "a:[a] b:[b] c:[] d:[] body:hello CONNECTED")
                        .butIn(Engine.NODE, HEAD_ERROR, "Node rejects a line feed alone"),
                received("a carriage return within a header value is an error", "X-A: a\rX-B: b\r\n")
                        .traces(HEAD_ERROR)
                        .butIn(Engine.CHROMIUM, ARRIVED + "a:[a] b:[b] c:[] d:[] body:hello CONNECTED",
                                "Chromium treats a carriage return alone as a line end")
                        .butIn(Engine.FIREFOX, ARRIVED + "a:[] b:[] c:[] d:[] body:hello CONNECTED",
                                "Firefox leaves out a header with a carriage return in its value")
                        .butIn(Engine.WEBKIT, ARRIVED + "a:[a X-B: b] b:[] c:[] d:[] body:hello CONNECTED",
                                "WebKitGTK's libsoup replaces a carriage return in a header value by a space"),
                lineEnds(),
                named("request headers whose names differ only in case are one header")
                        .answer(Answer.reveal("X-A")).connect().get("X-A: 1", "x-a: 2").readBody()
                        .traces(REQUESTING + "BODY code:200 body:GET_/.../0__X-A=1,_2 CONNECTED"),
                received("response headers whose names differ only in case are one header", "X-A: 1\r\nx-a: 2\r\n")
                        .then("all", client -> client.getResponseHeadersAsDictionary().get("X-a"))
                        .traces(ARRIVED + "a:[1, 2] b:[] c:[] d:[] body:hello CONNECTED all:1; 2")
                        .butInBrowser(ARRIVED + "a:[1, 2] b:[] c:[] d:[] body:hello CONNECTED all:1, 2",
                                "a browser joins headers of one name by a comma"));
    }

    /** Reads the values of the headers X-A to X-D, and the body. */
    private static ClientScenario received(String name, String headers) {
        return named(name).answer("HTTP/1.1 200 OK\r\n" + headers + "Content-Length: 5\r\n\r\nhello").connect().get()
                .then("a", client -> client.getResponseHeader("X-A"))
                .then("b", client -> client.getResponseHeader("X-B"))
                .then("c", client -> client.getResponseHeader("X-C"))
                .then("d", client -> client.getResponseHeader("X-D")).readBody();
    }

    private static ClientScenario lineEnds() {
        ClientScenario scenario = named("a line end at any place in a request header is rejected")
                .answer(Answer.text("hello")).connect();
        StringBuilder expected = new StringBuilder(CONNECTED);
        for (String line : List.of("X: a\rb", "X: a\nb", "X: a\r", "X: a\n", "X: \ra", "X:\na", "X: a\r\n b", "X\n: a",
                "\rX: a", "X\r: a")) {
            scenario.then("request", client -> client.request(Method.METHOD_GET, "/", List.of(line)));
            expected.append("request:ERR_INVALID_PARAMETER ");
        }
        return scenario.get().readBody()
                .traces(expected + "request:OK REQUESTING BODY code:200 body:hello CONNECTED");
    }
}
