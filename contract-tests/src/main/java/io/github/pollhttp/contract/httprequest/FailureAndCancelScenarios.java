package io.github.pollhttp.contract.httprequest;

import static io.github.pollhttp.contract.httprequest.RequestScenario.named;

import java.util.List;

import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.contract.Answer.Close;
import io.github.pollhttp.contract.Answer.Hold;
import io.github.pollhttp.contract.Answer.Pause;
import io.github.pollhttp.contract.Answer.Reset;
import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.request.HTTPRequest;

/** Failures, cancels and timeouts: each request ends once, and the next one works. */
final class FailureAndCancelScenarios {
    private static final Pause ALONE = new Pause(50);
    private static final String FAILED = "CONNECTION_ERROR:0: why:true SUCCESS:200:next";
    private static final String CANCELLED = "REQUEST_FAILED:0:";

    private FailureAndCancelScenarios() {}

    static List<RequestScenario> list() {
        return List.of(
                fails("an answer cut short is a failure",
                        Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello").then(ALONE).then(new Close())),
                fails("a chunked answer cut short is a failure",
                        Answer.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n").then(ALONE)
                                .then(new Close()))
                        .butIn(Engine.WEBKIT, "SUCCESS:200:hello why:false SUCCESS:200:next",
                                "WebKitGTK's libsoup before 3.6.5 takes the end of the connection between two chunks for the end of the body, and does not tell"),
                fails("a reset within the answer is a failure",
                        Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello").then(ALONE).then(new Reset())),
                fails("no answer is a failure", Answer.of(new Close())),
                fails("a reset instead of an answer is a failure", Answer.of(new Reset())),
                fails("another protocol is a failure",
                        Answer.of("SSH-2.0-OpenSSH_9.2\r\n").then(ALONE).then(new Close()))
                        .butIn(Engine.FIREFOX, "SUCCESS:200:SSH-2.0-OpenSSH_9.2%0d_ why:false SUCCESS:200:next",
                                "Firefox takes what begins with no status line for the body of an HTTP/0.9 response"),
                named("a server that is not there is a failure").answer(Answer.text("next")).getUrl("{nobody}/0").get()
                        .traces("CANT_CONNECT:0: SUCCESS:200:next")
                        .butInBrowser("CONNECTION_ERROR:0: SUCCESS:200:next", "a browser hides why it has no answer"),
                named("a name that is nobody's is a failure").answer(Answer.text("next"))
                        .getUrl("http://nobody.invalid/").get().traces("CANT_RESOLVE:0: SUCCESS:200:next")
                        .butInBrowser("CONNECTION_ERROR:0: SUCCESS:200:next", "a browser hides why it has no answer"),
                named("another origin that does not allow it is a failure in the browser").answer(Answer.text("next"))
                        .getUrl("{there}/0").get().traces("SUCCESS:200:next SUCCESS:200:next")
                        .butInBrowser("CONNECTION_ERROR:0: SUCCESS:200:next",
                                "the desktop knows no CORS; a browser shows nothing of such an answer"),
                timesOut("the timeout ends a request without an answer", Answer.of(new Hold()))
                        .set(http -> http.setTimeout(0.1)).begin().awaitEnd().set(http -> http.setTimeout(0)).get()
                        .traces("TIMEOUT:0: SUCCESS:200:next"),
                timesOut("the timeout ends a request within its answer",
                        Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello").then(new Hold()))
                        .set(http -> http.setTimeout(0.1)).begin().awaitEnd().set(http -> http.setTimeout(0)).get()
                        .traces("TIMEOUT:0: SUCCESS:200:next"),
                timesOut("silence ends a request", Answer.of(new Hold())).set(http -> http.setStallTimeout(0.1))
                        .begin().awaitEnd().set(http -> http.setStallTimeout(0)).get()
                        .traces("TIMEOUT:0: SUCCESS:200:next"),
                named("a timeout that does not pass changes nothing").answer(Answer.text("hello"))
                        .set(http -> http.setTimeout(60)).set(http -> http.setStallTimeout(60)).get()
                        .traces("SUCCESS:200:hello"),
                held("a cancelled request ends once").then("requesting", HTTPRequest::isRequesting).frame().frame()
                        .traces("requesting:false " + CANCELLED),
                held("a request may follow a cancelled one at once").get().traces(CANCELLED + " SUCCESS:200:next"),
                named("a request within its body may be cancelled")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello").then(new Hold()))
                        .answer(Answer.text("next")).begin().awaitBytes(5).set(HTTPRequest::cancelRequest).get()
                        .traces(CANCELLED + " SUCCESS:200:next"),
                named("cancelling without a request is nothing").answer(Answer.text("hello"))
                        .set(HTTPRequest::cancelRequest).frame().get().set(HTTPRequest::cancelRequest).frame()
                        .traces("SUCCESS:200:hello"),
                named("closing ends a request once").answer(Answer.of(new Hold())).answer(Answer.text("next")).begin()
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
        return named(name).answer(Answer.of(new Hold())).answer(Answer.text("next")).begin()
                .set(HTTPRequest::cancelRequest);
    }
}
