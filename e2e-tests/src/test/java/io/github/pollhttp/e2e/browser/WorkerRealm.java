package io.github.pollhttp.e2e.browser;

import java.util.List;
import java.util.stream.Stream;

/**
 * A dedicated worker of a page.
 *
 * @param page the page {@code suite/worker.html}, which starts the worker and passes calls on to it
 */
public record WorkerRealm(BrowserPage page) implements Realm {
    @Override
    public Object evaluate(String function, Object... arguments) {
        return page.evaluate("(...args) => callInWorker(...args)",
                Stream.concat(Stream.of(function), Stream.of(arguments)).toArray());
    }

    /** Returns what the worker has said, and then what its page has said. */
    @Override
    public List<String> said() {
        return Stream.concat(Realm.super.said().stream(), page.said().stream()).toList();
    }

    @Override
    public void close() {
        page.close();
    }
}
