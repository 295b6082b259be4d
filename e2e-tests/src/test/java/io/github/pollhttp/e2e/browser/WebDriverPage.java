package io.github.pollhttp.e2e.browser;

import java.util.List;

import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A window that WebDriver drives. WebDriver drives one window at a time, so each call switches to this window first. */
record WebDriverPage(RemoteWebDriver driver, String window) implements KeyboardPage {
    /** The last argument is a callback. WebDriver waits until the script calls it. */
    private static final String CALL = "const done = arguments[arguments.length - 1];"
            + "const args = Array.prototype.slice.call(arguments, 0, -1);"
            + "Promise.resolve().then(() => (%s)(...args)).then((value) => done([true, value]), (error) => done([false, String(error)]));";

    @Override
    public void navigate(String url) {
        switchHere();
        driver.get(url);
    }

    @Override
    public Object evaluate(String function, Object... arguments) {
        switchHere();
        List<?> outcome = (List<?>) driver.executeAsyncScript(CALL.formatted(function), arguments);
        if (!Boolean.TRUE.equals(outcome.get(0))) {
            throw new JavascriptException(String.valueOf(outcome.get(1)));
        }
        return outcome.get(1);
    }

    @Override
    public void keyDown(String key) {
        switchHere();
        new Actions(driver).keyDown(code(key)).perform();
    }

    @Override
    public void keyUp(String key) {
        switchHere();
        new Actions(driver).keyUp(code(key)).perform();
    }

    /** WebDriver has characters of its own for the keys without one (WebDriver section 17.4.2). */
    private static CharSequence code(String key) {
        return switch (key) {
            case "ArrowLeft" -> Keys.ARROW_LEFT;
            case "ArrowRight" -> Keys.ARROW_RIGHT;
            case "Enter" -> Keys.ENTER;
            case "Escape" -> Keys.ESCAPE;
            default -> key;
        };
    }

    @Override
    public void close() {
        switchHere();
        driver.close();
    }

    private void switchHere() {
        driver.switchTo().window(window);
    }
}
