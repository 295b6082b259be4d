package io.github.pollhttp.contract.httprequest;

import static io.github.pollhttp.contract.AbortScenarios.LARGE;
import static io.github.pollhttp.contract.AbortScenarios.afterAbort;
import static io.github.pollhttp.contract.AbortScenarios.held;
import static io.github.pollhttp.contract.AbortScenarios.heldBody;
import static io.github.pollhttp.contract.AbortScenarios.heldUpload;
import static io.github.pollhttp.contract.httprequest.RequestScenario.named;

import java.util.List;

import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.request.HTTPRequest;

/** Requests that are cancelled, as {@link io.github.pollhttp.contract.AbortScenarios} has them for HTTPClient. */
final class AbortRequestScenarios {
    private AbortRequestScenarios() {}

    static List<RequestScenario> list() {
        return List.of(
                cancelled(named("the server sees that a request is cancelled during its upload").answer(heldUpload())
                        .answer(Answer.after("head")).answer(afterAbort()).startPost(LARGE).otherGets()),
                cancelled(named("the server sees that a request is cancelled before the first byte of the response")
                        .answer(held()).answer(Answer.after("head")).answer(afterAbort()).startRequest().otherGets()),
                cancelled(named("the server sees that a request is cancelled while its body arrives").answer(heldBody())
                        .answer(afterAbort()).startRequest().awaitBytes(5)));
    }

    private static RequestScenario cancelled(RequestScenario scenario) {
        return scenario.set(HTTPRequest::cancelRequest).otherGetsWithoutPolls().answer(Answer.text("next")).get()
                .traces("REQUEST_FAILED:0: SUCCESS:200:next");
    }
}
