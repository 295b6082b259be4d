package io.github.pollhttp.e2e.browser;

import java.util.List;

import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A window that a WebDriver drives. It drives one at a time, so that each call switches to it first. */
record WebDriverPage(RemoteWebDriver driver, String window) implements BrowserPage {
    /** The last argument is what WebDriver waits for. */
    private static final String CALL = "const done = arguments[arguments.length - 1];"
            + "const words = Array.prototype.slice.call(arguments, 0, -1);"
            + "Promise.resolve().then(() => (%s)(...words)).then((value) => done([true, value]), (error) => done([false, String(error)]));";

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
