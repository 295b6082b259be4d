package io.github.pollhttp.contract;

import static io.github.pollhttp.contract.ClientScenario.named;
import static io.github.pollhttp.contract.AllClientScenarios.ASKED;

import java.util.List;

import io.github.pollhttp.HTTPClient;

/** Names, other origins, and servers that are not there: what a browser does by rules of its own. */
final class OriginScenarios {
    private static final String ALLOWED = "HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 5\r\n";
    private static final String REFUSED = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final String BROWSER_REFUSED = ASKED + "CONNECTION_ERROR poll:ERR_CONNECTION_ERROR ";

    private OriginScenarios() {}

    static List<ClientScenario> list() {
        return List.of(byName(), allowed(), hiddenHeaders(), refused(), nobody());
    }

    private static ClientScenario byName() {
        return named("a name is resolved first").answer(ALLOWED + "\r\nhello").connect("localhost").get().readBody()
                .traces("connect:OK RESOLVING CONNECTING CONNECTED request:OK REQUESTING BODY code:200 body:hello CONNECTED");
    }

    private static ClientScenario allowed() {
        return named("another origin that allows it is read like the page's own").answer(ALLOWED + "\r\nhello")
                .connectToOtherOrigin()
                .get().readBody().traces(ASKED + "BODY code:200 body:hello CONNECTED");
    }

    private static ClientScenario hiddenHeaders() {
        return named("another origin's headers are there as far as it exposes them")
                .answer(ALLOWED + "Access-Control-Expose-Headers: X-Shown\r\nX-Shown: a\r\nX-Hidden: b\r\n\r\nhello")
                .connectToOtherOrigin()
                .get().then("shown", client -> client.getResponseHeader("X-Shown"))
                .then("hidden", client -> client.getResponseHeader("X-Hidden")).readBody()
                .traces(ASKED + "BODY code:200 shown:[a] hidden:[b] body:hello CONNECTED")
                .butInBrowser(ASKED + "BODY code:200 shown:[a] hidden:[] body:hello CONNECTED",
                        "CORS hides the headers that a server does not expose");
    }

    private static ClientScenario refused() {
        return named("another origin that does not allow it is an error in the browser").answer(REFUSED)
                .connectToOtherOrigin().get()
                .then("has", HTTPClient::hasResponse).then("read", client -> client.readResponseBodyChunk().length)
                .traces(ASKED + "BODY code:200 has:true read:5 CONNECTED")
                .butInBrowser(BROWSER_REFUSED + "has:false read:0",
                        "the desktop knows no CORS; a browser shows nothing of such an answer");
    }

    private static ClientScenario nobody() {
        return named("a server that is not there is an error").answer(REFUSED).connectToNobody().beginGet().awaitHead()
                .poll()
                .traces("connect:OK CONNECTING CANT_CONNECT poll:ERR_CANT_CONNECT request:ERR_INVALID_PARAMETER poll:ERR_CANT_CONNECT")
                .butInBrowser(BROWSER_REFUSED + "poll:ERR_CONNECTION_ERROR",
                        "a browser opens connections only for a request, so that it fails there");
    }
}
