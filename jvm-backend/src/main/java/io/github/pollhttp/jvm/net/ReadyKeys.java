package io.github.pollhttp.jvm.net;

import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The keys that a select has found ready. {@code Selector.select(Consumer)} would pass them on without storing them, but Android has that method only
 * since API level 33. Storing costs 72 bytes a ready key. A select that finds nothing allocates nothing.
 */
final class ReadyKeys {
    private ReadyKeys() {}

    /**
     * Passes each ready key to an action, and clears the selector's set of them, as the next select expects.
     *
     * @param selector the selector after a select; no other thread may be selecting
     */
    static void take(Selector selector, Consumer<SelectionKey> action) {
        Set<SelectionKey> ready = selector.selectedKeys();
        if (!ready.isEmpty()) {
            ready.forEach(action);
            ready.clear();
        }
    }
}
