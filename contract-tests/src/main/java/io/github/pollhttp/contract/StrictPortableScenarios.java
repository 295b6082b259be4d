package io.github.pollhttp.contract;

import static io.github.pollhttp.contract.ClientScenario.named;
import static io.github.pollhttp.contract.AllClientScenarios.REQUESTING;
import static io.github.pollhttp.contract.AllClientScenarios.CONNECTED;

import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.contract.Answer.Describe;

/** Strict portable mode: every platform rejects the calls that a browser would reject, with the same message. */
final class StrictPortableScenarios {
    private static final byte[] NOTHING = {};
    private static final String UNAVAILABLE = "ERR_UNAVAILABLE rejection:";
    private static final String BAD_PORT = "browsers do not connect to port 6000 (Fetch Standard, bad port); let the server listen on another one.";
    private static final String CERTIFICATES = "a browser checks certificates by its own rules; only TLSOptions.client() means the same on all platforms.";

    private StrictPortableScenarios() {}

    static List<ClientScenario> list() {
        return List.of(headers(), methods(), targets(), connections(), mistakes(), offAgain());
    }

    private static ClientScenario strict(String name) {
        return named("strict portable mode " + name).answer(Answer.text("hello"))
                .set(client -> on(client, true));
    }

    private static Object on(HTTPClient client, boolean enabled) {
        client.setStrictPortable(enabled);
        return null;
    }

    private static ClientScenario rejected(ClientScenario scenario, Method method, String url, List<String> headers,
            byte[] body) {
        return scenario.then("request", client -> client.requestRaw(method, url, headers, body)).then("rejection",
                HTTPClient::getRejection);
    }

    private static ClientScenario headers() {
        ClientScenario scenario = strict("rejects each header that a browser controls, and the connection stays open")
                .connect();
        String expected = CONNECTED;
        for (String name : List.of("cookie", "host", "origin", "user-agent", "proxy-authorization", "sec-any")) {
            rejected(scenario, Method.METHOD_GET, "/", List.of("X-Mine: a", name + ": a"), NOTHING);
            expected += "request:" + UNAVAILABLE + "a browser sets the request header " + name
                    + " by itself or leaves it out (Fetch Standard, forbidden request-header). ";
        }
        rejected(scenario, Method.METHOD_POST, "/", List.of("X-HTTP-Method-Override: get, Trace"), NOTHING);
        expected += "request:" + UNAVAILABLE + "a browser does not let the request header x-http-method-override ask"
                + " for CONNECT, TRACE or TRACK (Fetch Standard, forbidden request-header). ";
        return scenario.get("X-Mine: a", "X-HTTP-Method-Override: PUT").readBody()
                .traces(expected + "request:OK REQUESTING BODY code:200 body:hello CONNECTED");
    }

    private static ClientScenario methods() {
        ClientScenario scenario = strict("rejects TRACE, CONNECT, and a body with GET or HEAD").connect();
        rejected(scenario, Method.METHOD_TRACE, "/", List.of(), NOTHING);
        rejected(scenario, Method.METHOD_CONNECT, "a.example:80", List.of(), NOTHING);
        rejected(scenario, Method.METHOD_GET, "/", List.of(), new byte[]{1});
        rejected(scenario, Method.METHOD_HEAD, "/", List.of(), new byte[]{1});
        String method = "request:" + UNAVAILABLE
                + "a browser sends neither TRACE nor CONNECT (Fetch Standard, forbidden method). ";
        String body = "request:" + UNAVAILABLE
                + "a browser sends no body with GET and HEAD (Fetch Standard, Request constructor). ";
        return scenario.get().readBody().traces(CONNECTED + method + method + body + body
                + "request:OK REQUESTING BODY code:200 body:hello CONNECTED");
    }

    private static ClientScenario targets() {
        ClientScenario scenario = strict("rejects a target that is not a path").connect();
        rejected(scenario, Method.METHOD_GET, "http://a.example/", List.of(), NOTHING);
        rejected(scenario, Method.METHOD_OPTIONS, "*", List.of(), NOTHING);
        String target = "request:" + UNAVAILABLE
                + "a browser sends requests only to a path; connect to the host, and begin the url with \"/\". ";
        return scenario.traces((CONNECTED + target + target).strip());
    }

    private static ClientScenario connections() {
        return strict("rejects a port that browsers block, and custom TLS options")
                .then("connect", client -> client.connectToHost("127.0.0.1", 6000))
                .then("rejection", HTTPClient::getRejection)
                .then("connect", client -> client.connectToHost("127.0.0.1", 443, TLSOptions.clientUnsafe()))
                .then("rejection", HTTPClient::getRejection).poll().connect().get().readBody()
                .traces("connect:" + UNAVAILABLE + BAD_PORT + " connect:" + UNAVAILABLE + CERTIFICATES
                        + " poll:ERR_UNCONFIGURED " + REQUESTING + "BODY code:200 body:hello CONNECTED");
    }

    private static ClientScenario mistakes() {
        ClientScenario scenario = strict("reports an invalid argument as ERR_INVALID_PARAMETER")
                .then("connect", client -> client.connectToHost("", 6000)).then("rejection", HTTPClient::getRejection)
                .connect();
        rejected(scenario, Method.METHOD_GET, "/", List.of("Cookie a"), NOTHING);
        return scenario.traces("connect:ERR_INVALID_PARAMETER rejection:the host is empty. " + CONNECTED
                + "request:ERR_INVALID_PARAMETER rejection:a header must read \"Name: value\", but one of 8 characters has no name.");
    }

    private static ClientScenario offAgain() {
        return named("strict portable mode can be turned off again").answer(Answer.of(new Describe()))
                .set(client -> on(client, true)).connect().set(client -> on(client, false))
                .get("User-Agent: game", "X-Test: a").then("rejection", HTTPClient::getRejection).readBody()
                .traces(REQUESTING + "BODY code:200 rejection:null body:GET_/.../0_null_a_ CONNECTED");
    }
}
