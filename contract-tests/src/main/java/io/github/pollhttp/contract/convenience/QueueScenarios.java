package io.github.pollhttp.contract.convenience;

import static io.github.pollhttp.contract.convenience.QueueScenario.named;

import java.util.List;

import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.contract.Answer.Close;
import io.github.pollhttp.contract.Answer.Hold;
import io.github.pollhttp.contract.Answer.SendPattern;
import io.github.pollhttp.contract.Body;
import io.github.pollhttp.queue.HTTPRequestQueue;

/** Many requests. Which connections they share is asked on the JVM alone, where a server can count them. */
final class QueueScenarios {
    private static final int LARGE = 300_000;

    private QueueScenarios() {}

    static List<QueueScenario> list() {
        return List.of(
                many(), named("requests of one connection end in their order").oneByOne().answer(Answer.text("a"))
                        .answer(Answer.text("b")).answer(Answer.text("c")).get().get().get().awaitEnds(3)
                        .traces("0:SUCCESS:200:a 1:SUCCESS:200:b 2:SUCCESS:200:c"),
                named("what waits in a queue can be cancelled").oneByOne().answer(Answer.text("a"))
                        .answer(Answer.text("b")).answer(Answer.text("c")).get().get().get().cancel(1).cancel(1)
                        .awaitEnds(3).traces("1:REQUEST_FAILED:0: 0:SUCCESS:200:a 2:SUCCESS:200:c"),
                named("what is under way in a queue can be cancelled").oneByOne().answer(Answer.of(new Hold()))
                        .answer(Answer.text("b")).get().get().awaitActive(1).cancel(0).cancel(0).awaitEnds(2)
                        .traces("0:REQUEST_FAILED:0: 1:SUCCESS:200:b"),
                named("one failure in a queue is the failure of one").answer(Answer.text("a"))
                        .answer(Answer.of(new Close()))
                        .answer("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone")
                        .get().get().get().getUrl("no url").awaitEnds(4)
                        .traces("0:SUCCESS:200:a 1:CONNECTION_ERROR:0: 2:SUCCESS:404:gone 3:REQUEST_FAILED:0:"),
                named("origins of a queue do not wait for each other").oneByOne().answer(Answer.of(new Hold()))
                        .answer(Answer.reveal()).get().getUrl("{there}/1").awaitEnds(1)
                        .traces("1:SUCCESS:200:GET_/.../1_"),
                named("large bodies of a queue arrive side by side")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: " + LARGE + "\r\n\r\n")
                                .then(new SendPattern(LARGE)))
                        .get().get().get().get().awaitEnds(4)
                        .traces(large(0) + " " + large(1) + " " + large(2) + " " + large(3)),
                named("closing a queue ends what it has, once each").answer(Answer.of(new Hold())).get().get()
                        .awaitActive(2).get().set(HTTPRequestQueue::close).set(HTTPRequestQueue::close).awaitEnds(3)
                        .traces("0:REQUEST_FAILED:0: 1:REQUEST_FAILED:0: 2:REQUEST_FAILED:0:"));
    }

    private static String large(int place) {
        return place + ":SUCCESS:200:" + Body.patternToken(LARGE);
    }

    private static QueueScenario many() {
        QueueScenario many = named("many requests of a queue are answered");
        StringBuilder trace = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            many.answer(Answer.text("n" + i)).get();
            trace.append(i == 0 ? "" : " ").append(i).append(":SUCCESS:200:n").append(i);
        }
        return many.awaitEnds(30).traces(trace.toString());
    }
}
