package io.github.pollhttp.contract.httprequest;

import static io.github.pollhttp.contract.UnpolledScenarios.TIMEOUT;
import static io.github.pollhttp.contract.UnpolledScenarios.part;
import static io.github.pollhttp.contract.UnpolledScenarios.pause;
import static io.github.pollhttp.contract.UnpolledScenarios.whole;
import static io.github.pollhttp.contract.httprequest.RequestScenario.named;

import java.util.List;

import io.github.pollhttp.contract.Answer;

/** Requests that are not polled for longer than a timeout, see {@link io.github.pollhttp.contract.UnpolledScenarios}. */
final class UnpolledRequestScenarios {
    private UnpolledRequestScenarios() {}

    static List<RequestScenario> list() {
        return List.of(
                getsWhole(total("a request that is not polled for longer than the timeout gets the response")),
                getsWhole(stall("a request that is not polled for longer than the stall timeout gets the response")),
                getsRest(total(
                        "a request that is not polled for longer than the timeout gets the rest of the response")),
                getsRest(stall(
                        "a request that is not polled for longer than the stall timeout gets the rest of the response")),
                total("a request that is not polled for longer than the timeout right after its start gets the response")
                        .answer(Answer.text("hello")).answer(pause()).startRequest().otherGetsWithoutPolls()
                        .awaitCompletion().traces("SUCCESS:200:hello"));
    }

    private static RequestScenario total(String name) {
        return named(name).set(http -> http.setTimeout(TIMEOUT));
    }

    private static RequestScenario stall(String name) {
        return named(name).set(http -> http.setStallTimeout(TIMEOUT));
    }

    private static RequestScenario getsWhole(RequestScenario scenario) {
        return scenario.answer(whole()).answer(Answer.after("whole")).startRequest().awaitSent().otherGetsWithoutPolls()
                .awaitCompletion().traces("SUCCESS:200:hello");
    }

    private static RequestScenario getsRest(RequestScenario scenario) {
        return scenario.answer(part()).answer(Answer.after("part")).answer(Answer.signal("rest")).startRequest()
                .awaitSent()
                .otherGetsWithoutPolls().awaitBytes(5).otherGets().awaitCompletion().traces("SUCCESS:200:hello-world");
    }
}
