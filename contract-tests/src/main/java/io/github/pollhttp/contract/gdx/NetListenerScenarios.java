package io.github.pollhttp.contract.gdx;

import static io.github.pollhttp.contract.gdx.NetScenario.named;

import java.util.List;

import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.contract.Answer.AwaitAbort;
import io.github.pollhttp.contract.Answer.Close;
import io.github.pollhttp.contract.Answer.Hold;
import io.github.pollhttp.contract.Answer.Signal;

/** When the methods of a listener are called, and how often. */
final class NetListenerScenarios {
    private static final int MANY = 12;
    private static final int LIMIT = 3_000;

    private NetListenerScenarios() {}

    static List<NetScenario> list() {
        return List.of(
                named("callbacks are on the render thread").answer(Answer.text("hello"))
                        .reacting(NetScenarioRun::noteThread).get().traces("200:hello render-thread")
                        .butLibGdx("200:hello other-thread", "each request has a thread"),
                named("a listener that throws is not called again").answer(Answer.text("hello"))
                        .reacting(run -> {
                            throw new IllegalStateException("The test throws this exception. Ignore it.");
                        }).get().traces("200:hello")
                        .butLibGdx("200:hello failed", "failed is called, too"),
                named("a request is pending until its callback").answer(Answer.text("hello"))
                        .reacting(run -> run.note(run.isPending(0) ? "pending" : "ended"))
                        .start().notePending(0).awaitEnd(0).traces("pending 200:hello ended")
                        .butLibGdxVaries("the callback may come before the check, and finds the request pending"),
                named("a request without a listener is pending, too").answer(Answer.text("hello")).getWithoutListener()
                        .traces("pending").butLibGdx("not-pending", "only requests with a listener are pending"),
                named("a request without a listener can fail").answer(Answer.of(new Close())).getWithoutListener()
                        .traces("pending").butLibGdx("not-pending", "only requests with a listener are pending"),
                named("a callback can send its request again").answer(Answer.text("one")).answer(Answer.text("two"))
                        .sendingAgainInCallback().traces("200:one 200:two")
                        .butLibGdxVaries("the second listener may be forgotten"),
                named("a request that is sent twice ends twice").answer(Answer.text("same"))
                        .start().sendAgain(0).awaitEnd(0).awaitEnd(1).traces("200:same 200:same")
                        .butLibGdxVaries("the second listener replaces the first one"),
                named("cancelling calls cancelled once").answer(Answer.of(new Hold()))
                        .start().cancel(0).cancel(0).notePending(0).traces("cancelled ended"),
                named("cancelling ends the transfer")
                        .answer(Answer.of(new Signal("arrived")).then(new AwaitAbort()).then(new Signal("aborted")))
                        .answer(Answer.after("arrived")).answer(Answer.after("aborted"))
                        .start().get().cancel(0).get(request -> request.setTimeOut(LIMIT))
                        .traces("204: cancelled 204:")
                        .butLibGdx("204: cancelled -1:", "the transfer goes on, so the server waits"),
                named("cancelling a request that has ended does nothing").answer(Answer.text("hello"))
                        .get().cancel(0).traces("200:hello"),
                many());
    }

    private static NetScenario many() {
        NetScenario many = named("many requests at once all end").answer(Answer.text("same"));
        StringBuilder trace = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            many.start();
            trace.append(i == 0 ? "" : " ").append("200:same");
        }
        for (int i = 0; i < MANY; i++) {
            many.awaitEnd(i);
        }
        return many.traces(trace.toString());
    }
}
