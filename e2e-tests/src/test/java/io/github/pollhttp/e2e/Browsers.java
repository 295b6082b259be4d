package io.github.pollhttp.e2e;

import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.microsoft.playwright.Playwright;
import io.github.pollhttp.contract.Engine;

/**
 * The browsers of a test run, one process for each engine. {@code -Dbrowsers=all}, or a list such as {@code -Dbrowsers=chromium,webkit},
 * says which have to run, and what is missing is installed. Without it Chromium has to, and the others run if they are there. What does not
 * run is said aloud, and how to get it. A test takes them as a parameter, see {@link BrowsersOfTheRun}.
 */
public final class Browsers implements AutoCloseable {
    private static final String SETTING = "browsers";

    private final Playwright playwright = PlaywrightLauncher.createPlaywright();
    private final Map<Engine, WebBrowser> running = new EnumMap<>(Engine.class);

    private Browsers() {}

    static Browsers start() throws IOException, InterruptedException {
        Browsers browsers = new Browsers();
        try {
            browsers.startAll(System.getProperty(SETTING, ""));
            return browsers;
        } catch (IOException | InterruptedException | RuntimeException e) {
            browsers.close();
            throw e;
        }
    }

    private void startAll(String setting) throws IOException, InterruptedException {
        Set<Engine> demanded = demanded(setting);
        for (Engine engine : Engine.values()) {
            if (demanded.contains(engine)) {
                demand(engine);
            } else if (setting.isEmpty()) {
                tryOut(engine);
            } else {
                RunLog.say(engine.title() + " does not run: -D" + SETTING + "=" + setting);
            }
        }
    }

    private static Set<Engine> demanded(String setting) {
        if (setting.equals("all")) {
            return EnumSet.allOf(Engine.class);
        }
        Set<Engine> demanded = EnumSet.noneOf(Engine.class);
        for (String name : (setting.isEmpty() ? "chromium" : setting).split(",")) {
            demanded.add(named(name.strip()));
        }
        return demanded;
    }

    private static Engine named(String name) {
        return Stream.of(Engine.values()).filter(each -> each.title().equalsIgnoreCase(name)).findAny().orElseThrow(
                () -> new IllegalArgumentException("-D" + SETTING + " takes all, or a list of "
                        + List.of(Engine.values()) + ", and not \"" + name + "\""));
    }

    private void demand(Engine engine) throws IOException, InterruptedException {
        EngineLauncher launcher = launcher(engine);
        WebBrowser browser = launcher.launchPresent();
        if (browser == null) {
            RunLog.say("found no " + engine.title() + "; installing one");
            launcher.install();
            browser = launcher.launchPresent();
        }
        if (browser == null) {
            throw new IOException("found no " + engine.title() + " and could install none: " + launcher.howToGet());
        }
        runs(browser);
    }

    private void tryOut(Engine engine) throws IOException {
        EngineLauncher launcher = launcher(engine);
        WebBrowser browser = launcher.launchPresent();
        if (browser == null) {
            RunLog.say(engine.title() + " is missing, and nothing was tried in it: " + launcher.howToGet()
                    + "; -D" + SETTING + "=all installs it");
        } else {
            runs(browser);
        }
    }

    private void runs(WebBrowser browser) {
        running.put(browser.engine(), browser);
        RunLog.say(browser.engine().title() + " " + browser.version());
    }

    private EngineLauncher launcher(Engine engine) {
        return switch (engine) {
            case CHROMIUM -> PlaywrightLauncher.chromium(playwright);
            case FIREFOX -> PlaywrightLauncher.firefox(playwright);
            case WEBKIT -> new WebKitLauncher();
        };
    }

    /** Those that run. */
    public Collection<WebBrowser> all() {
        return running.values();
    }

    /** The one that is driven through Playwright's own API; it runs even if the run has not asked for it. */
    PlaywrightBrowser chromium() throws IOException, InterruptedException {
        if (!running.containsKey(Engine.CHROMIUM)) {
            demand(Engine.CHROMIUM);
        }
        return (PlaywrightBrowser) running.get(Engine.CHROMIUM);
    }

    @Override
    public void close() {
        running.values().forEach(WebBrowser::close);
        playwright.close();
    }
}
