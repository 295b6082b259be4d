package io.github.pollhttp.e2e.behaviour.server;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.pollhttp.e2e.browser.Await;

/**
 * The part of the server that belongs to one run of one test: its replies and the log of its requests. Its paths start with a unique number, so
 * that the browser's cache has no entry for them. Tests write {@code ~} for that number and <code>{A}</code> for an origin.
 */
public final class Site {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Map<String, String> origins;
    private final String id;
    private final Map<String, Reply> replies;
    private final List<Served> log = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();

    /** @param origins the origins by letter, for example {@code A} and {@code http://127.0.0.1:8080} */
    Site(Map<String, String> origins, String id, Map<String, Reply> replies) {
        this.origins = origins;
        this.id = id;
        this.replies = replies;
    }

    /** Replaces {@code ~} and the letters of origins by the real paths and origins. */
    public String expanded(String text) {
        String expanded = text.replace("/~/", "/" + id + "/");
        for (Map.Entry<String, String> each : origins.entrySet()) {
            expanded = expanded.replace("{" + each.getKey() + "}", each.getValue());
        }
        return expanded;
    }

    /** Replaces the real paths and origins by {@code ~} and the letters of origins. */
    public String shortened(String text) {
        String shortened = text.replace("/" + id + "/", "/~/");
        for (Map.Entry<String, String> each : origins.entrySet()) {
            shortened = shortened.replace(each.getValue(), "{" + each.getKey() + "}");
        }
        return shortened;
    }

    /** Returns the letter of an origin, or {@code ?} if it is unknown. */
    String letter(String origin) {
        return origins.entrySet().stream().filter(each -> each.getValue().equals(origin)).map(Map.Entry::getKey)
                .findFirst().orElse("?");
    }

    Reply reply(String path) {
        return replies.getOrDefault(path, Reply.status(404));
    }

    void begin(Served served) {
        underWay.incrementAndGet();
        log.add(served);
    }

    void end() {
        underWay.decrementAndGet();
    }

    /** Waits until this many requests have arrived. */
    public void awaitLog(int requests) throws InterruptedException {
        Await.until(() -> log.size() >= requests, LIMIT, () -> "not all requests arrived within 10 seconds");
    }

    /** Waits until the server answers no request. A request that the client has aborted must end at the server, too. */
    public void awaitQuiet() throws InterruptedException {
        Await.until(() -> underWay.get() == 0, LIMIT,
                () -> "the server still answered a request after 10 seconds, although the client had aborted it");
    }

    /** Returns the requests so far, in order. */
    public List<Served> log() {
        return log;
    }
}
