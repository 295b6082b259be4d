package io.github.pollhttp.e2e.behaviour.server;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The part of the server that one run of a row has for itself: what is there, and who asked. Its paths begin with a number of their own, so
 * that nothing is in a browser's cache; texts write {@code ~} for that number and <code>{A}</code> for an origin.
 */
public final class Site {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_MILLISECONDS = 5;

    private final Map<String, String> origins;
    private final String id;
    private final Map<String, Reply> replies;
    private final List<Served> log = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();

    /** @param origins by letter, for example {@code A} and {@code http://127.0.0.1:8080} */
    Site(Map<String, String> origins, String id, Map<String, Reply> replies) {
        this.origins = origins;
        this.id = id;
        this.replies = replies;
    }

    /** Puts in the real origins and the real paths. */
    public String real(String text) {
        String real = text.replace("/~/", "/" + id + "/");
        for (Map.Entry<String, String> each : origins.entrySet()) {
            real = real.replace("{" + each.getKey() + "}", each.getValue());
        }
        return real;
    }

    /** The other way round. */
    public String told(String text) {
        String told = text.replace("/" + id + "/", "/~/");
        for (Map.Entry<String, String> each : origins.entrySet()) {
            told = told.replace(each.getValue(), "{" + each.getKey() + "}");
        }
        return told;
    }

    /** The letter of an origin. */
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

    /** Waits until so many requests have come. */
    public void awaitLog(int requests) throws InterruptedException {
        await(() -> log.size() >= requests, "the requests do not come");
    }

    /** Waits until no request is being answered any more: what a client gives up has to end here, too. */
    public void awaitQuiet() throws InterruptedException {
        await(() -> underWay.get() == 0, "the server still answers a request that the client has given up");
    }

    private static void await(BooleanSupplier condition, String otherwise) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(otherwise);
            }
            Thread.sleep(LOOK_MILLISECONDS); // between two looks at the condition
        }
    }

    public List<Served> log() {
        return log;
    }
}
