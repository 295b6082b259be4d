package io.github.pollhttp.e2e.browser;

import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.microsoft.playwright.Playwright;

import io.github.pollhttp.contract.Engine;

/**
 * The browsers of a test run, one process for each engine. Chromium always runs. {@code -Dbrowsers=all}, or a list such as
 * {@code -Dbrowsers=firefox,webkit}, requires others, and a required browser that is missing is installed; {@code all} leaves out a browser that does
 * not exist for the system. Without the setting, the other browsers run if they are installed. The run log says which browsers do not run, and why. A
 * test takes the browsers as a parameter, see {@link BrowsersOfTheRun}.
 */
public final class Browsers implements AutoCloseable {
    static final String SETTING = "browsers";
    private static final String ALL = "all";
    private static final Set<Engine> KNOWN = EnumSet.complementOf(EnumSet.of(Engine.NODE));

    private final Playwright playwright = PlaywrightLauncher.createPlaywright();
    private final Map<Engine, WebBrowser> running = new EnumMap<>(Engine.class);

    private Browsers() {}

    /**
     * Starts the browsers.
     *
     * @param setting the value of the setting, or an empty string
     */
    static Browsers of(String setting) throws IOException, InterruptedException {
        Browsers browsers = new Browsers();
        InstallationLock lock = InstallationLock.take();
        try {
            browsers.start(setting);
            return browsers;
        } catch (IOException | InterruptedException | RuntimeException e) {
            browsers.close();
            throw e;
        } finally {
            lock.release();
        }
    }

    private void start(String setting) throws IOException, InterruptedException {
        Set<Engine> required = required(setting);
        for (Engine engine : KNOWN) {
            String obstacle = launcher(engine).obstacle();
            if (obstacle != null && (setting.equals(ALL) || !required.contains(engine))) {
                RunLog.say("Nothing runs in " + engine.title() + ", because " + obstacle + ".");
            } else if (obstacle != null) {
                throw new IOException("-D" + SETTING + "=" + setting + " requires " + engine.title() + ", but "
                        + obstacle + ". Leave it out.");
            } else if (required.contains(engine)) {
                require(engine);
            } else if (setting.isEmpty()) {
                startIfPresent(engine);
            } else {
                RunLog.say("Nothing runs in " + engine.title() + ", because -D" + SETTING + "=" + setting
                        + " leaves it out.");
            }
        }
    }

    static Set<Engine> required(String setting) {
        if (setting.equals(ALL)) {
            return KNOWN;
        }
        Set<Engine> required = EnumSet.of(Engine.CHROMIUM);
        if (!setting.isEmpty()) {
            Stream.of(setting.split(",")).map(Browsers::engine).forEach(required::add);
        }
        return required;
    }

    private static Engine engine(String name) {
        return KNOWN.stream().filter(each -> each.name().equalsIgnoreCase(name)).findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        "-D" + SETTING + " must be \"all\" or a comma-separated list of "
                                + KNOWN + "; \"" + name + "\" is not one of them."));
    }

    private void require(Engine engine) throws IOException, InterruptedException {
        EngineLauncher launcher = launcher(engine);
        WebBrowser browser = launcher.launchPresent();
        if (browser == null) {
            RunLog.say(engine.title() + " is not installed. Installing it.");
            launcher.install();
            browser = launcher.launchPresent();
        }
        if (browser == null) {
            throw new IOException(
                    engine.title() + " is not installed, and installing it failed. To run the tests in it, "
                            + launcher.howToGet() + ".");
        }
        add(browser);
    }

    private void startIfPresent(Engine engine) throws IOException {
        EngineLauncher launcher = launcher(engine);
        WebBrowser browser = launcher.launchPresent();
        if (browser == null) {
            RunLog.say(
                    engine.title() + " is not installed, so nothing runs in it. To change that, " + launcher.howToGet()
                            + ", or add -D" + SETTING + "=all, which installs it.");
        } else {
            add(browser);
        }
    }

    private void add(WebBrowser browser) {
        running.put(browser.engine(), browser);
        RunLog.say("Tests run in " + browser.engine().title() + " " + browser.version() + ".");
    }

    private EngineLauncher launcher(Engine engine) {
        return switch (engine) {
            case CHROMIUM -> PlaywrightLauncher.chromium(playwright);
            case FIREFOX -> PlaywrightLauncher.firefox(playwright);
            case WEBKIT -> new WebKitLauncher();
            case NODE -> throw new IllegalArgumentException("Node is not a browser");
        };
    }

    /** Returns the browsers that run, Chromium first. */
    public Collection<WebBrowser> all() {
        return running.values();
    }

    /** Returns Chromium, which always runs, with the whole Playwright API. */
    public PlaywrightBrowser chromium() {
        return (PlaywrightBrowser) running.get(Engine.CHROMIUM);
    }

    /** Returns the names and versions of the browsers. */
    @Override
    public String toString() {
        return running.values().stream().map(each -> each.engine().title() + " " + each.version())
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        running.values().forEach(WebBrowser::close);
        playwright.close();
    }
}
