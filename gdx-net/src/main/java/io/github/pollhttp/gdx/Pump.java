package io.github.pollhttp.gdx;

import java.util.concurrent.atomic.AtomicBoolean;

import com.badlogic.gdx.Gdx;

/** Polls a {@link PollNet} once a frame while it has work, as a runnable that posts itself again. */
final class Pump implements Runnable {
    private final PollNet net;
    private final AtomicBoolean posted = new AtomicBoolean();
    private volatile boolean enabled = true;

    Pump(PollNet net) {
        this.net = net;
    }

    void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    /** Makes sure that the next frame polls. Any thread may call it. */
    void wake() {
        if (enabled && posted.compareAndSet(false, true)) {
            Gdx.app.postRunnable(this);
        }
    }

    @Override
    public void run() {
        posted.set(false);
        try {
            if (enabled) {
                net.poll();
            }
        } finally {
            if (net.hasWork()) {
                wake();
            }
        }
    }
}
