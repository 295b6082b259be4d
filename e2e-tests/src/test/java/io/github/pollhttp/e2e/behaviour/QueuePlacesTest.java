package io.github.pollhttp.e2e.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static io.github.pollhttp.e2e.behaviour.BehaviourPlayer.runRequests;
import static io.github.pollhttp.e2e.behaviour.server.Reply.hello;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Site;
import io.github.pollhttp.e2e.browser.BrowserPage;

/** A queue and an event source on one origin. Browsers open at most six connections to it over HTTP/1.1; a further request waits inside the browser. */
class QueuePlacesTest extends BehaviourTest {
    private static final int REQUESTS = 30;

    @Override
    Map<String, Check> checks() {
        return Map.of("no request of a queue waits for a place beside a stream", this::checkPlaces);
    }

    private void checkPlaces(BehaviourPlayer player) throws InterruptedException {
        CountDownLatch allActive = new CountDownLatch(1);
        Map<String, Reply> replies = new HashMap<>();
        replies.put("/events", visit -> {
            visit.head(200, List.of("Content-Type: text/event-stream"));
            visit.write("data: 1\n\n".getBytes(), false);
            visit.awaitEnd();
        });
        for (int i = 0; i < REQUESTS; i++) { // Chromium sends several requests for one URL one after the other
            replies.put("/" + i, visit -> {
                allActive.await();
                hello().to(visit);
            });
        }
        Site site = open(replies);
        BrowserPage page = player.page("A", "");
        String trace = runRequests(page, site, "begin", "stream\t{A}/~/events", "add\t" + REQUESTS + "\tGET\t{A}/~/*\t",
                "active");
        int active = Integer.parseInt(trace.substring(trace.lastIndexOf(':') + 1));
        try {
            site.awaitLog(1 + active);
        } finally {
            allActive.countDown();
        }
        assertEquals("succeeded:" + REQUESTS + " failed:0", runRequests(page, site, "drain"));
        runRequests(page, site, "begin");
        site.awaitQuiet();
    }
}
