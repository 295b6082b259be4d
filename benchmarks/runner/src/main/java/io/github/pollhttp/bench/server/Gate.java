package io.github.pollhttp.bench.server;

import java.util.ArrayList;
import java.util.List;

/** Holds requests back until a given number of them has arrived. */
final class Gate<T> {
    private List<T> waiting = new ArrayList<>();

    /**
     * @param width the number of requests to wait for
     * @return the requests to answer now: none, or {@code width} of them
     */
    List<T> pass(T one, int width) {
        waiting.add(one);
        if (waiting.size() < width) {
            return List.of();
        }
        List<T> all = waiting;
        waiting = new ArrayList<>();
        return all;
    }
}
