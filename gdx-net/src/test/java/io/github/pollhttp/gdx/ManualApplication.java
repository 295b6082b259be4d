package io.github.pollhttp.gdx;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

import com.badlogic.gdx.Application;
import com.badlogic.gdx.Application.ApplicationType;
import com.badlogic.gdx.Gdx;

/** An application whose frames the test runs itself. It has runnables and a log, and nothing else. */
final class ManualApplication {
    private List<Runnable> posted = new ArrayList<>();
    private boolean inFrame;
    final List<String> errors = new ArrayList<>();

    private ManualApplication() {}

    /** Creates an application and stores it in {@code Gdx.app}. */
    static ManualApplication install() {
        ManualApplication made = new ManualApplication();
        Gdx.app = (Application) Proxy.newProxyInstance(ManualApplication.class.getClassLoader(),
                new Class<?>[]{Application.class}, (proxy, method, args) -> {
                    switch (method.getName()) {
                        case "postRunnable" -> made.post((Runnable) args[0]);
                        case "error" -> made.errors.add(args[1] + " " + args[2]);
                        case "getType" -> {
                            return ApplicationType.HeadlessDesktop;
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
        return made;
    }

    private synchronized void post(Runnable runnable) {
        posted.add(runnable);
    }

    /** Returns how many runnables wait for the next frame. */
    synchronized int postedCount() {
        return posted.size();
    }

    private synchronized List<Runnable> takePosted() {
        List<Runnable> taken = posted;
        posted = new ArrayList<>();
        return taken;
    }

    /** Runs the posted runnables, as an application does once a frame. */
    void frame() {
        inFrame = true;
        takePosted().forEach(Runnable::run);
        inFrame = false;
    }

    /** Returns whether {@link #frame} is running posted runnables. */
    boolean isInFrame() {
        return inFrame;
    }
}
