package io.github.pollhttp.e2e.browser;

import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.microsoft.playwright.Playwright;

import io.github.pollhttp.contract.Engine;

/**
 * The browsers of a test run, one process for each engine. Chromium always runs. {@code -Dbrowsers=all}, or a list such as
 * {@code -Dbrowsers=firefox,webkit}, says what else has to; what has to run and is missing is installed. Without it the others run if they
 * are there. What does not run is said aloud, and how to get it. A test takes the browsers as a parameter, see {@link BrowsersOfTheRun}.
 */
public final class Browsers implements AutoCloseable {
    private static final String SETTING = "browsers";

    private final Playwright playwright = PlaywrightLauncher.createPlaywright();
    private final Map<Engine, WebBrowser> running = new EnumMap<>(Engine.class);

    private Browsers() {}

    static Browsers start() throws IOException, InterruptedException {
        Browsers browsers = new Browsers();
        try {
            browsers.start(System.getProperty(SETTING, ""));
            return browsers;
        } catch (IOException | InterruptedException | RuntimeException e) {
            browsers.close();
            throw e;
        }
    }

    private void start(String setting) throws IOException, InterruptedException {
        Set<Engine> demanded = demanded(setting);
        for (Engine engine : Engine.values()) {
            if (demanded.contains(engine)) {
                demand(engine);
            } else if (setting.isEmpty()) {
                startIfPresent(engine);
            } else {
                RunLog.say("not in " + engine.title() + ", for -D" + SETTING + "=" + setting);
            }
        }
    }

    static Set<Engine> demanded(String setting) {
        if (setting.equals("all")) {
            return EnumSet.allOf(Engine.class);
        }
        Set<Engine> demanded = EnumSet.of(Engine.CHROMIUM);
        if (!setting.isEmpty()) {
            Stream.of(setting.split(",")).map(Browsers::engine).forEach(demanded::add);
        }
        return demanded;
    }

    private static Engine engine(String name) {
        return Stream.of(Engine.values()).filter(each -> each.name().equalsIgnoreCase(name)).findAny()
                .orElseThrow(() -> new IllegalArgumentException("-D" + SETTING + " is all, or of "
                        + List.of(Engine.values()) + " with commas between, and not \"" + name + "\""));
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
            throw new IOException("found no " + engine.title() + " and could install none; " + launcher.howToGet());
        }
        add(browser);
    }

    private void startIfPresent(Engine engine) throws IOException {
        EngineLauncher launcher = launcher(engine);
        WebBrowser browser = launcher.launchPresent();
        if (browser == null) {
            RunLog.say("not in " + engine.title() + ", for there is none; " + launcher.howToGet() + ", or add -D"
                    + SETTING + "=all, which installs it");
        } else {
            add(browser);
        }
    }

    private void add(WebBrowser browser) {
        running.put(browser.engine(), browser);
        RunLog.say("in " + browser.engine().title() + " " + browser.version());
    }

    private EngineLauncher launcher(Engine engine) {
        return switch (engine) {
            case CHROMIUM -> PlaywrightLauncher.chromium(playwright);
            case FIREFOX -> PlaywrightLauncher.firefox(playwright);
            case WEBKIT -> new WebKitLauncher();
        };
    }

    public Collection<WebBrowser> all() {
        return running.values();
    }

    /** The one that always runs, with all that Playwright can do. */
    public PlaywrightBrowser chromium() {
        return (PlaywrightBrowser) running.get(Engine.CHROMIUM);
    }

    /** Their names and versions. */
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
