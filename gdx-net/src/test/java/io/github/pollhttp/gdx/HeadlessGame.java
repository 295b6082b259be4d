package io.github.pollhttp.gdx;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.backends.headless.HeadlessApplication;
import com.badlogic.gdx.backends.headless.HeadlessApplicationConfiguration;

/** A real libGDX application without a window. Tests pass it work for its render thread. */
final class HeadlessGame extends ApplicationAdapter {
    private static final int FRAMES_PER_SECOND = 500;
    private static final int LIMIT_SECONDS = 30;

    private final CountDownLatch disposed = new CountDownLatch(1);
    private volatile Task task;

    /** Work of several frames. */
    interface Task {
        /** Called once a frame until it returns true. */
        boolean frame() throws Exception;
    }

    private HeadlessGame() {}

    static HeadlessGame start() {
        HeadlessGame game = new HeadlessGame();
        HeadlessApplicationConfiguration configuration = new HeadlessApplicationConfiguration();
        configuration.updatesPerSecond = FRAMES_PER_SECOND;
        new HeadlessApplication(game, configuration);
        return game;
    }

    /** Runs a task in {@code render()} and waits until it is done. */
    void run(Task work) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Exception[] thrown = new Exception[1];
        task = () -> {
            boolean ended = true;
            try {
                ended = work.frame();
            } catch (Exception e) {
                thrown[0] = e;
            } finally {
                if (ended) {
                    task = null;
                    done.countDown();
                }
            }
            return ended;
        };
        boolean ended = done.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        task = null;
        if (thrown[0] != null) {
            throw thrown[0];
        }
        if (!ended) {
            throw new AssertionError("The task did not end within " + LIMIT_SECONDS + " seconds.");
        }
    }

    @Override
    public void render() {
        Task current = task;
        if (current != null) {
            try {
                current.frame();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void dispose() {
        disposed.countDown();
    }

    /** Ends the application. */
    void stop() throws InterruptedException {
        Gdx.app.exit();
        disposed.await(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
