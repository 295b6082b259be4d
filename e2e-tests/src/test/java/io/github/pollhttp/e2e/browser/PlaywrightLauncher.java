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
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.impl.driver.Driver;

import io.github.pollhttp.contract.Engine;

/**
 * Launches a browser with Playwright: the one that an environment variable names, or else the one of the system, or else Playwright's own. To
 * install one, it tries Playwright's download first, and then the package of the system.
 *
 * @param channel Playwright's channel for a browser of the system, which selects the protocol; null for Playwright's default
 */
record PlaywrightLauncher(Engine engine, BrowserType type, SystemBrowser system, String channel,
        List<String> arguments) implements EngineLauncher {

    /** Without this variable, Playwright's driver downloads all its browsers when it starts. */
    private static final Map<String, String> NO_DOWNLOADS = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    /** Disables the network traffic that Chromium starts by itself, because a closed network would block it. */
    private static final List<String> QUIET = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    static Playwright createPlaywright() {
        return Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOADS));
    }

    /** Returns the executable of the Node that Playwright brings. */
    static String node() {
        return Driver.ensureDriverInstalled(NO_DOWNLOADS, false).createProcessBuilder().command().get(0);
    }

    static PlaywrightLauncher chromium(Playwright playwright) {
        return new PlaywrightLauncher(Engine.CHROMIUM, playwright.chromium(), SystemBrowser.CHROMIUM, null, QUIET);
    }

    /** An unmodified Firefox speaks WebDriver BiDi. Playwright's own build of Firefox is modified and speaks another protocol. */
    static PlaywrightLauncher firefox(Playwright playwright) {
        return new PlaywrightLauncher(Engine.FIREFOX, playwright.firefox(), SystemBrowser.FIREFOX, "moz-firefox",
                List.of());
    }

    /** Without a screen, Firefox has no WebGL on Linux, even if it is headless. Chromium and WebKit have their own ways. */
    private boolean needsScreen() {
        return engine == Engine.FIREFOX && VirtualScreen.EXISTS;
    }

    @Override
    public WebBrowser launchPresent() throws IOException {
        if (needsScreen() && !VirtualScreen.isInstalled()) {
            return null;
        }
        LaunchOptions options = new LaunchOptions().setArgs(arguments);
        Path present = system.find();
        if (present != null) {
            return launch(options.setExecutablePath(present).setChannel(channel));
        }
        return Files.exists(Path.of(type.executablePath())) ? launch(options) : null;
    }

    private WebBrowser launch(LaunchOptions options) throws IOException {
        VirtualScreen screen = needsScreen() ? VirtualScreen.start() : null;
        try {
            return new PlaywrightBrowser(engine,
                    type.launch(screen == null ? options : options.setEnv(screen.environment())), screen);
        } catch (PlaywrightException e) {
            if (screen != null) {
                screen.close();
            }
            throw new IOException(engine.title()
                    + " is installed, but Playwright cannot drive it; it may be too old. Update it, name another one in "
                    + system.setting() + ", or leave it out with -Dbrowsers, see CONTRIBUTING.md. " + e.getMessage(),
                    e);
        }
    }

    @Override
    public void install() throws IOException, InterruptedException {
        if (needsScreen()) {
            VirtualScreen.install();
        }
        ProcessBuilder download = Driver.ensureDriverInstalled(NO_DOWNLOADS, false).createProcessBuilder();
        download.command().addAll(List.of("install", "--with-deps", engine.name().toLowerCase(Locale.ROOT)));
        if (!Commands.run(download)) {
            RunLog.say("Playwright's download failed. Installing the package of the system.");
            Commands.installPackages(system.packageName());
        }
    }

    @Override
    public String howToGet() {
        return "install the package " + system.packageName() + (needsScreen() ? " and xvfb" : "")
                + " or name a browser in the environment variable " + system.setting();
    }
}
