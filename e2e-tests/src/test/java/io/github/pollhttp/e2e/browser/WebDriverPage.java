package io.github.pollhttp.e2e.browser;

import java.util.List;

import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A window that WebDriver drives. WebDriver drives one window at a time, so each call switches to this window first. */
record WebDriverPage(RemoteWebDriver driver, String window) implements BrowserPage {
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
    public void close() {
        switchHere();
        driver.close();
    }

    private void switchHere() {
        driver.switchTo().window(window);
    }
}
