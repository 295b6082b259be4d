package io.github.pollhttp.e2e.gdx;

import java.util.ArrayList;
import java.util.List;

import org.teavm.jso.browser.Window;

import com.badlogic.gdx.Application;
import com.badlogic.gdx.ApplicationListener;
import com.badlogic.gdx.ApplicationLogger;
import com.badlogic.gdx.Audio;
import com.badlogic.gdx.Files;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Graphics;
import com.badlogic.gdx.Input;
import com.badlogic.gdx.LifecycleListener;
import com.badlogic.gdx.Net;
import com.badlogic.gdx.Preferences;
import com.badlogic.gdx.utils.Clipboard;

/** An application that runs the posted runnables once an animation frame, as gdx-teavm does. It has a log, and nothing else. */
public final class PageApplication implements Application {
    private List<Runnable> posted = new ArrayList<>();

    private PageApplication() {}

    /** Starts the application, and stores it in {@code Gdx.app}. */
    public static void start() {
        PageApplication application = new PageApplication();
        Gdx.app = application;
        application.frame(0);
    }

    private void frame(double timestamp) {
        List<Runnable> now = posted;
        posted = new ArrayList<>();
        for (Runnable each : now) {
            each.run();
        }
        if (Gdx.app == this) {
            Window.requestAnimationFrame(this::frame);
        }
    }

    @Override
    public void postRunnable(Runnable runnable) {
        posted.add(runnable);
    }

    @Override
    public ApplicationType getType() {
        return ApplicationType.WebGL;
    }

    @Override
    public void error(String tag, String message, Throwable exception) {
        System.err.println(tag + ": " + message + " " + exception);
    }

    @Override
    public void error(String tag, String message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void log(String tag, String message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void log(String tag, String message, Throwable exception) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void debug(String tag, String message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void debug(String tag, String message, Throwable exception) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ApplicationListener getApplicationListener() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Graphics getGraphics() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Audio getAudio() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Input getInput() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Files getFiles() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Net getNet() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLogLevel(int logLevel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLogLevel() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setApplicationLogger(ApplicationLogger applicationLogger) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ApplicationLogger getApplicationLogger() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getVersion() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getJavaHeap() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getNativeHeap() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Preferences getPreferences(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Clipboard getClipboard() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void exit() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addLifecycleListener(LifecycleListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeLifecycleListener(LifecycleListener listener) {
        throw new UnsupportedOperationException();
    }
}
