package io.github.pollhttp.e2e.browser;

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

import io.github.pollhttp.contract.Engine;

/** WebKitGTK's MiniBrowser on a virtual screen. WebKitWebDriver starts and drives it. */
record WebDriverBrowser(VirtualScreen screen, RemoteWebDriver driver, String firstWindow) implements WebBrowser {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration SCRIPT = Duration.ofMinutes(2);

    static WebDriverBrowser start(Path webKitWebDriver) throws IOException {
        VirtualScreen screen = VirtualScreen.start();
        try {
            int port = PortProber.findFreePort();
            DriverService service = new Service(webKitWebDriver, port, screen);
            RemoteWebDriver driver = new RemoteWebDriver(new DriverCommandExecutor(service),
                    new MutableCapabilities(Map.of("acceptInsecureCerts", true)));
            driver.manage().timeouts().scriptTimeout(SCRIPT);
            return new WebDriverBrowser(screen, driver, driver.getWindowHandle());
        } catch (IOException | RuntimeException e) {
            screen.close();
            throw e;
        }
    }

    @Override
    public Engine engine() {
        return Engine.WEBKIT;
    }

    @Override
    public String version() {
        return driver.getCapabilities().getBrowserVersion();
    }

    /** Opens a window, because a tab in the background is hidden and its timers are slowed. */
    @Override
    public KeyboardPage newPage() {
        driver.switchTo().window(firstWindow); // because the current window may have been closed
        driver.switchTo().newWindow(WindowType.WINDOW);
        return new WebDriverPage(driver, driver.getWindowHandle());
    }

    @Override
    public void close() {
        driver.quit();
        screen.close();
    }

    /** Starts the driver process with the session and ends it with the session. */
    private static final class Service extends DriverService {
        Service(Path executable, int port, VirtualScreen screen) throws IOException {
            super(executable.toFile(), port, START, List.of("--port=" + port), Map.of("DISPLAY", screen.display()));
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
