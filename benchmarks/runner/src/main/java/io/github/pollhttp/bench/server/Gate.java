package io.github.pollhttp.bench.server;

import java.util.ArrayList;
import java.util.List;

/** Holds requests back until so many of them are there. */
final class Gate<T> {
    private List<T> waiting = new ArrayList<>();

    /** @return all that may go on now: none, or as many as were to wait */
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
