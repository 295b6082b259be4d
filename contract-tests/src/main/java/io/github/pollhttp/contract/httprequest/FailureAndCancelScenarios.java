package io.github.pollhttp.contract.httprequest;

import static io.github.pollhttp.contract.httprequest.RequestScenario.named;

import java.util.List;

import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.contract.Answer.Close;
import io.github.pollhttp.contract.Answer.Hold;
import io.github.pollhttp.contract.Answer.Pause;
import io.github.pollhttp.contract.Answer.Reset;
import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.contract.Feature;
import io.github.pollhttp.request.HTTPRequest;

/** Failures, cancellation and timeouts: each request completes once, and the next one works. */
final class FailureAndCancelScenarios {
    private static final String LABEL_OF_40 = "a123456789b123456789c123456789d123456789";
    private static final Pause ALONE = new Pause(50);
    private static final String FAILED = "CONNECTION_ERROR:0: why:true SUCCESS:200:next";
    private static final String CANCELLED = "REQUEST_FAILED:0:";

    private FailureAndCancelScenarios() {}

    static List<RequestScenario> list() {
        return List.of(
                fails("a response that is cut short is a failure",
                        Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello").then(ALONE).then(new Close())),
                fails("a chunked response that is cut short is a failure",
                        Answer.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n").then(ALONE)
                                .then(new Close()))
                        .butIn(Engine.WEBKIT, "SUCCESS:200:hello why:false SUCCESS:200:next",
                                "WebKitGTK's libsoup before 3.6.5 treats the end of the connection between two chunks "
                                        + "as the end of the body and reports no error"),
                fails("a reset during the response is a failure",
                        Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello").then(ALONE).then(new Reset())),
                fails("no response is a failure", Answer.of(new Close())),
                fails("a reset instead of a response is a failure", Answer.of(new Reset())),
                fails("a response in another protocol is a failure",
                        Answer.of("SSH-2.0-OpenSSH_9.2\r\n").then(ALONE).then(new Close()))
                        .butIn(Engine.FIREFOX, "SUCCESS:200:SSH-2.0-OpenSSH_9.2%0d_ why:false SUCCESS:200:next",
                                "Firefox treats a response without a status line as the body of an HTTP/0.9 response"),
                named("connecting to a closed port is a failure").answer(Answer.text("next")).getUrl("{closed}/0").get()
                        .traces("CANT_CONNECT:0: SUCCESS:200:next")
                        .butInBrowser("CONNECTION_ERROR:0: SUCCESS:200:next",
                                "a browser does not report why a request failed"),
                named("a host name that cannot be resolved is a failure").needs(Feature.NAME_LOOKUP)
                        .answer(Answer.text("next"))
                        .getUrl("http://unknown.invalid/").get().traces("CANT_RESOLVE:0: SUCCESS:200:next")
                        .butInBrowser("CONNECTION_ERROR:0: SUCCESS:200:next",
                                "a browser does not report why a request failed"),
                named("an ideographic full stop separates labels of a host").needs(Feature.NAME_LOOKUP)
                        .answer(Answer.text("next"))
                        .getUrl("http://" + LABEL_OF_40 + "\u3002" + LABEL_OF_40 + "\u3002invalid/").get()
                        .traces("CANT_RESOLVE:0: SUCCESS:200:next")
                        .butInBrowser("CONNECTION_ERROR:0: SUCCESS:200:next",
                                "a browser does not report why a request failed"),
                named("a response of another origin that CORS does not allow is a failure in a browser")
                        .answer(Answer.text("next"))
                        .getUrl("{there}/0").get().traces("SUCCESS:200:next SUCCESS:200:next")
                        .butInBrowser("CONNECTION_ERROR:0: SUCCESS:200:next",
                                "the JVM has no CORS; a browser shows nothing of a response that CORS does not allow")
                        .butAsOnJvmIn(Engine.NODE),
                timesOut("the timeout ends a request without a response", Answer.of(new Hold()))
                        .set(http -> http.setTimeout(0.1)).startRequest().awaitCompletion()
                        .set(http -> http.setTimeout(0)).get()
                        .traces("TIMEOUT:0: SUCCESS:200:next"),
                timesOut("the timeout ends a request during its response",
                        Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello").then(new Hold()))
                        .set(http -> http.setTimeout(0.1)).startRequest().awaitCompletion()
                        .set(http -> http.setTimeout(0)).get()
                        .traces("TIMEOUT:0: SUCCESS:200:next"),
                timesOut("the stall timeout ends a request", Answer.of(new Hold()))
                        .set(http -> http.setStallTimeout(0.1))
                        .startRequest().awaitCompletion().set(http -> http.setStallTimeout(0)).get()
                        .traces("TIMEOUT:0: SUCCESS:200:next"),
                named("a timeout that is not reached has no effect").answer(Answer.text("hello"))
                        .set(http -> http.setTimeout(60)).set(http -> http.setStallTimeout(60)).get()
                        .traces("SUCCESS:200:hello"),
                held("a cancelled request completes once").then("requesting", HTTPRequest::isRequesting).frame().frame()
                        .traces("requesting:false " + CANCELLED),
                held("a request may start right after a cancelled one").get().traces(CANCELLED + " SUCCESS:200:next"),
                named("a request can be cancelled while its body arrives")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello").then(new Hold()))
                        .answer(Answer.text("next")).startRequest().awaitBytes(5).set(HTTPRequest::cancelRequest).get()
                        .traces(CANCELLED + " SUCCESS:200:next"),
                named("cancelling without a request has no effect").answer(Answer.text("hello"))
                        .set(HTTPRequest::cancelRequest).frame().get().set(HTTPRequest::cancelRequest).frame()
                        .traces("SUCCESS:200:hello"),
                named("closing completes a request once").answer(Answer.of(new Hold())).answer(Answer.text("next"))
                        .startRequest()
                        .set(HTTPRequest::close).set(HTTPRequest::close).frame().get()
                        .traces(CANCELLED + " SUCCESS:200:next"),
                named("a request may follow a close").answer(Answer.text("one")).answer(Answer.text("two")).get()
                        .set(HTTPRequest::close).get().traces("SUCCESS:200:one SUCCESS:200:two"));
    }

    private static RequestScenario fails(String name, Answer answer) {
        return named(name).answer(answer).answer(Answer.text("next")).get()
                .then("why", http -> http.getFailure() != null && http.getFailureMessage() != null).get()
                .traces(FAILED);
    }

    private static RequestScenario timesOut(String name, Answer answer) {
        return named(name).answer(answer).answer(Answer.text("next"));
    }

    private static RequestScenario held(String name) {
        return named(name).answer(Answer.of(new Hold())).answer(Answer.text("next")).startRequest()
                .set(HTTPRequest::cancelRequest);
    }
}
