package io.github.pollhttp.gdx;

import java.util.ArrayList;
import java.util.List;

/** Work that any thread leaves for the render thread. */
final class Inbox {
    private List<Runnable> work = new ArrayList<>();

    synchronized void add(Runnable added) {
        work.add(added);
    }

    synchronized boolean isEmpty() {
        return work.isEmpty();
    }

    private synchronized List<Runnable> takeAll() {
        List<Runnable> taken = work;
        work = new ArrayList<>();
        return taken;
    }

    /** Runs the work that has been added so far. */
    void runAll() {
        if (!isEmpty()) {
            takeAll().forEach(Runnable::run);
        }
    }
}
