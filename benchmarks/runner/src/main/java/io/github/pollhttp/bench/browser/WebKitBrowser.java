package io.github.pollhttp.bench.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.net.PortProber;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.service.DriverCommandExecutor;
import org.openqa.selenium.remote.service.DriverService;

/** MiniBrowser, the browser of WebKitGTK. WebKitWebDriver starts and drives it. It has no headless mode, so it needs a screen. */
record WebKitBrowser(Screen screen, RemoteWebDriver driver, String firstWindow) implements BenchmarkBrowser {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration SCRIPT = Duration.ofMinutes(3);

    /** An asynchronous script ends when it calls its last argument (WebDriver, Execute Async Script). */
    private static final String AWAIT = "Promise.resolve(%s).then(arguments[0], (error) => arguments[0](String(error)));";

    static WebKitBrowser launch(Path webDriver) throws IOException {
        Screen screen = Screen.find();
        try {
            RemoteWebDriver driver = new RemoteWebDriver(new DriverCommandExecutor(new Service(webDriver, screen)),
                    new MutableCapabilities());
            driver.manage().timeouts().scriptTimeout(SCRIPT);
            return new WebKitBrowser(screen, driver, driver.getWindowHandle());
        } catch (IOException | RuntimeException e) {
            screen.close();
            throw e;
        }
    }

    @Override
    public String version() {
        return driver.getCapabilities().getBrowserVersion();
    }

    /** Opens a window and not a tab, because only one tab of a window is visible. */
    @Override
    public BenchmarkPage open(String url) {
        driver.switchTo().window(firstWindow); // the window of the last call may be closed
        driver.switchTo().newWindow(WindowType.WINDOW);
        driver.get(url);
        return new Window(driver, driver.getWindowHandle());
    }

    @Override
    public void close() {
        driver.quit();
        screen.close();
    }

    private record Window(RemoteWebDriver driver, String handle) implements BenchmarkPage {
        @Override
        public Object evaluate(String expression) {
            driver.switchTo().window(handle);
            return driver.executeAsyncScript(AWAIT.formatted(expression));
        }

        @Override
        public void close() {
            driver.switchTo().window(handle);
            driver.close();
        }
    }

    /** Starts WebKitWebDriver for one session, and ends it after the session. */
    private static final class Service extends DriverService {
        Service(Path executable, Screen screen) throws IOException {
            this(executable, screen, PortProber.findFreePort());
        }

        private Service(Path executable, Screen screen, int port) throws IOException {
            super(executable.toFile(), port, START, List.of("--port=" + port), screen.environment());
        }

        @Override
        public String getDriverProperty() {
            return "webdriver.webkit.driver";
        }

        @Override
        protected String getDriverEnvironmentVariable() {
            return "SE_WEBKITDRIVER";
        }

        @Override
        protected boolean hasShutdownEndpoint() {
            return false;
        }
    }
}
