package io.github.pollhttp.contract.convenience;

import static io.github.pollhttp.contract.AbortScenarios.afterAbort;
import static io.github.pollhttp.contract.AbortScenarios.held;
import static io.github.pollhttp.contract.UnpolledScenarios.TIMEOUT;
import static io.github.pollhttp.contract.UnpolledScenarios.part;
import static io.github.pollhttp.contract.UnpolledScenarios.whole;
import static io.github.pollhttp.contract.convenience.QueueScenario.named;

import java.util.List;

import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.contract.Answer.Close;
import io.github.pollhttp.contract.Answer.Hold;
import io.github.pollhttp.contract.Answer.Pause;
import io.github.pollhttp.contract.Answer.SendPattern;
import io.github.pollhttp.contract.Answer.Signal;
import io.github.pollhttp.contract.Body;
import io.github.pollhttp.queue.HTTPRequestQueue;

/** Many requests at a time. Only tests on the JVM cover which connections they share, because a server can count those. */
final class QueueScenarios {
    private static final int LARGE = 300_000;
    private static final int THIRTY = 30;

    private QueueScenarios() {}

    static List<QueueScenario> list() {
        return List.of(
                many(named("all requests of a queue complete"), 0),
                many(named(
                        "slow requests of a queue complete, and their timeout does not count the wait for a connection")
                        .set(queue -> queue.settings().setTimeout(1)), 300),
                many(named("thirty slow requests that start at once complete"), 50).onConnections(THIRTY),
                unpolled("a request of a queue that is not polled for longer than its timeout gets the response")
                        .answer(Answer.of(new Signal("head")).then(whole())).answer(Answer.after("head"))
                        .answer(Answer.after("whole"))
                        .get().otherGets().otherGetsWithoutPolls().awaitCompletions(1).traces("0:SUCCESS:200:hello"),
                unpolled(
                        "a request of a queue that is not polled for longer than its timeout gets the rest of the response")
                        .answer(Answer.of(new Signal("head")).then(part())).answer(Answer.after("head"))
                        .answer(Answer.after("part"))
                        .answer(Answer.signal("rest")).get().otherGets().otherGetsWithoutPolls().otherGets()
                        .awaitCompletions(1)
                        .traces("0:SUCCESS:200:hello-world"),
                named("requests on one connection complete in order").onOneConnection().answer(Answer.text("a"))
                        .answer(Answer.text("b")).answer(Answer.text("c")).get().get().get().awaitCompletions(3)
                        .traces("0:SUCCESS:200:a 1:SUCCESS:200:b 2:SUCCESS:200:c"),
                named("a waiting request of a queue can be cancelled").onOneConnection().answer(Answer.text("a"))
                        .answer(Answer.text("b")).answer(Answer.text("c")).get().get().get().cancel(1).cancel(1)
                        .awaitCompletions(3).traces("1:REQUEST_FAILED:0: 0:SUCCESS:200:a 2:SUCCESS:200:c"),
                named("a running request of a queue can be cancelled").onOneConnection().answer(Answer.of(new Hold()))
                        .answer(Answer.text("b")).get().get().awaitActive(1).cancel(0).cancel(0).awaitCompletions(2)
                        .traces("0:REQUEST_FAILED:0: 1:SUCCESS:200:b"),
                named("a failed request of a queue does not affect the others").answer(Answer.text("a"))
                        .answer(Answer.of(new Close()))
                        .answer("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone")
                        .get().get().get().getUrl("ftp://127.0.0.1/").awaitCompletions(4)
                        .traces("0:SUCCESS:200:a 1:CONNECTION_ERROR:0: 2:SUCCESS:404:gone 3:REQUEST_FAILED:0:"),
                named("requests of a queue to different origins do not wait for each other").onOneConnection()
                        .answer(Answer.of(new Hold()))
                        .answer(Answer.reveal()).get().getUrl("{there}/1").awaitCompletions(1)
                        .traces("1:SUCCESS:200:GET_/.../1_"),
                named("large bodies of a queue arrive unchanged")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: " + LARGE + "\r\n\r\n")
                                .then(new SendPattern(LARGE)))
                        .get().get().get().get().awaitCompletions(4)
                        .traces(large(0) + " " + large(1) + " " + large(2) + " " + large(3)),
                named("a setting of a queue applies to the requests that are added later").answer(Answer.text("hello"))
                        .get().set(queue -> queue.settings().setBodySizeLimit(4)).get().get().awaitCompletions(3)
                        .traces("0:SUCCESS:200:hello 1:BODY_SIZE_LIMIT_EXCEEDED:200: 2:BODY_SIZE_LIMIT_EXCEEDED:200:"),
                named("a setting of one request of a queue does not apply to the next one").onOneConnection()
                        .answer(Answer.text("hello")).getWith(settings -> settings.setBodySizeLimit(4)).get()
                        .awaitCompletions(2).traces("0:BODY_SIZE_LIMIT_EXCEEDED:200: 1:SUCCESS:200:hello"),
                named("a timeout of one request of a queue ends only that request").answer(Answer.of(new Hold()))
                        .answer(Answer.text("b")).getWith(settings -> settings.setTimeout(0.1)).get()
                        .awaitCompletions(2).traces("0:TIMEOUT:0: 1:SUCCESS:200:b"),
                named("the server sees that a running request of a queue is cancelled").onOneConnection()
                        .answer(held()).answer(Answer.after("head")).answer(afterAbort()).answer(Answer.text("next"))
                        .get().otherGets().cancel(0).otherGets().get().awaitCompletions(2)
                        .traces("0:REQUEST_FAILED:0: 1:SUCCESS:200:next"),
                named("closing a queue completes each of its requests once").answer(Answer.of(new Hold())).get().get()
                        .awaitActive(2).get().set(HTTPRequestQueue::close).set(HTTPRequestQueue::close)
                        .awaitCompletions(3)
                        .traces("0:REQUEST_FAILED:0: 1:REQUEST_FAILED:0: 2:REQUEST_FAILED:0:"));
    }

    private static String large(int place) {
        return place + ":SUCCESS:200:" + Body.patternToken(LARGE);
    }

    private static QueueScenario unpolled(String name) {
        return named(name).set(queue -> queue.settings().setTimeout(TIMEOUT));
    }

    private static QueueScenario many(QueueScenario many, int milliseconds) {
        StringBuilder trace = new StringBuilder();
        for (int i = 0; i < THIRTY; i++) {
            many.answer(Answer.of(new Pause(milliseconds)).then(Answer.text("n" + i))).get();
            trace.append(i == 0 ? "" : " ").append(i).append(":SUCCESS:200:n").append(i);
        }
        return many.awaitCompletions(THIRTY).traces(trace.toString());
    }
}
