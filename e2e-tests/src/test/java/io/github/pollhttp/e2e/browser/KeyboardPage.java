package io.github.pollhttp.e2e.browser;

/** A page whose keyboard a test has. The names of keys are those of {@code KeyboardEvent.key}, such as {@code ArrowLeft}, {@code Enter} or {@code a}. */
public interface KeyboardPage extends BrowserPage {
    void keyDown(String key);

    void keyUp(String key);
}
