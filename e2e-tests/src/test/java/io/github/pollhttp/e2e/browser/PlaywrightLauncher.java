package io.github.pollhttp.e2e.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.driver.Driver;

import io.github.pollhttp.contract.Engine;

/**
 * A browser for Playwright: the one that the environment names, or the system's, or Playwright's own. If none is there, Playwright's own
 * download is tried, and the system's package where that is not reachable.
 *
 * @param channel the protocol's dialect of a system's browser; null for Playwright's default
 */
record PlaywrightLauncher(Engine engine, BrowserType type, SystemBrowser system, String channel,
        List<String> arguments) implements EngineLauncher {

    /** Else Playwright's driver fetches all its browsers as soon as it starts. */
    private static final Map<String, String> NO_DOWNLOADS = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    /** No traffic of the browser's own, which would only be refused on a closed network. */
    private static final List<String> QUIET = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    static Playwright createPlaywright() {
        return Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOADS));
    }

    static PlaywrightLauncher chromium(Playwright playwright) {
        return new PlaywrightLauncher(Engine.CHROMIUM, playwright.chromium(), SystemBrowser.CHROMIUM, null, QUIET);
    }

    /** A Firefox as it is published speaks WebDriver BiDi; Playwright's own one is changed and speaks another protocol. */
    static PlaywrightLauncher firefox(Playwright playwright) {
        return new PlaywrightLauncher(Engine.FIREFOX, playwright.firefox(), SystemBrowser.FIREFOX, "moz-firefox",
                List.of());
    }

    @Override
    public WebBrowser launchPresent() {
        LaunchOptions options = new LaunchOptions().setArgs(arguments);
        Path present = system.find();
        if (present != null) {
            return launch(options.setExecutablePath(present).setChannel(channel));
        }
        return Files.exists(Path.of(type.executablePath())) ? launch(options) : null;
    }

    private WebBrowser launch(LaunchOptions options) {
        return new PlaywrightBrowser(engine, type.launch(options));
    }

    @Override
    public void install() throws IOException, InterruptedException {
        ProcessBuilder download = Driver.ensureDriverInstalled(NO_DOWNLOADS, false).createProcessBuilder();
        download.command().addAll(List.of("install", "--with-deps", engine.name().toLowerCase(Locale.ROOT)));
        if (!Commands.run(download)) {
            RunLog.say("Playwright's download is not reachable; installing the system's package");
            Commands.installPackages(system.packageName());
        }
    }

    @Override
    public String howToGet() {
        return "install the package " + system.packageName()
                + ", or name a browser in the environment variable " + system.setting();
    }
}
