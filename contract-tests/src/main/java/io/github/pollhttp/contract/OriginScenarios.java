package io.github.pollhttp.contract;

import static io.github.pollhttp.contract.ClientScenario.named;
import static io.github.pollhttp.contract.AllClientScenarios.REQUESTING;

import java.util.List;

import io.github.pollhttp.HTTPClient;

/** Host names, other origins and closed ports, where a browser has its own rules. */
final class OriginScenarios {
    private static final String ALLOWED = "HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 5\r\n";
    private static final String NOT_ALLOWED = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final String BROWSER_FAILURE = REQUESTING + "CONNECTION_ERROR poll:ERR_CONNECTION_ERROR ";

    private OriginScenarios() {}

    static List<ClientScenario> list() {
        return List.of(byName(), allowed(), hiddenHeaders(), notAllowed(), closedPort());
    }

    private static ClientScenario byName() {
        return named("a host name is resolved first").answer(ALLOWED + "\r\nhello").connect("localhost").get()
                .readBody()
                .traces("connect:OK RESOLVING CONNECTING CONNECTED request:OK REQUESTING BODY code:200 body:hello CONNECTED");
    }

    private static ClientScenario allowed() {
        return named("a response of another origin can be read if CORS allows it").answer(ALLOWED + "\r\nhello")
                .connectToOtherOrigin()
                .get().readBody().traces(REQUESTING + "BODY code:200 body:hello CONNECTED");
    }

    private static ClientScenario hiddenHeaders() {
        return named("a browser shows only the exposed headers of another origin")
                .answer(ALLOWED + "Access-Control-Expose-Headers: X-Shown\r\nX-Shown: a\r\nX-Hidden: b\r\n\r\nhello")
                .connectToOtherOrigin()
                .get().then("shown", client -> client.getResponseHeader("X-Shown"))
                .then("hidden", client -> client.getResponseHeader("X-Hidden")).readBody()
                .traces(REQUESTING + "BODY code:200 shown:[a] hidden:[b] body:hello CONNECTED")
                .butInBrowser(REQUESTING + "BODY code:200 shown:[a] hidden:[] body:hello CONNECTED",
                        "CORS hides headers that the server does not expose")
                .butAsOnJvmIn(Engine.NODE);
    }

    private static ClientScenario notAllowed() {
        return named("a response of another origin that CORS does not allow is an error in a browser")
                .answer(NOT_ALLOWED)
                .connectToOtherOrigin().get()
                .then("has", HTTPClient::hasResponse).then("read", client -> client.readResponseBodyChunk().length)
                .traces(REQUESTING + "BODY code:200 has:true read:5 CONNECTED")
                .butInBrowser(BROWSER_FAILURE + "has:false read:0",
                        "the JVM has no CORS; a browser shows nothing of a response that CORS does not allow")
                .butAsOnJvmIn(Engine.NODE);
    }

    private static ClientScenario closedPort() {
        return named("connecting to a closed port is an error").answer(NOT_ALLOWED).connectToClosedPort().startGet()
                .awaitHead()
                .poll()
                .traces("connect:OK CONNECTING CANT_CONNECT poll:ERR_CANT_CONNECT request:ERR_INVALID_PARAMETER poll:ERR_CANT_CONNECT")
                .butInBrowser(BROWSER_FAILURE + "poll:ERR_CONNECTION_ERROR",
                        "a browser connects only when there is a request, so the request fails instead of the connect");
    }
}
