package io.github.pollhttp.contract.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The signals between the connections of each scenario. A signal has a name, which belongs to its scenario. */
final class Signals {
    private static final int LIMIT_SECONDS = 10;

    private final Map<String, Semaphore> sent = new ConcurrentHashMap<>();

    /** @param request a request of the scenario */
    void send(Request request, String name) {
        sent(request, name).release();
    }

    /**
     * Waits for a signal, and takes it.
     *
     * @param request a request of the scenario
     * @return false if it was not sent within 10 seconds
     */
    boolean await(Request request, String name) throws InterruptedException {
        return sent(request, name).tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private Semaphore sent(Request request, String name) {
        return sent.computeIfAbsent(request.scenario() + "/" + name, key -> new Semaphore(0));
    }
}
