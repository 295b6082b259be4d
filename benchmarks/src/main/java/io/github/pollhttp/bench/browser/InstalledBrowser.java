package io.github.pollhttp.bench.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

/** A browser of the system's that Playwright can drive. A Firefox as it is published speaks WebDriver BiDi. */
enum InstalledBrowser {
    CHROMIUM("Chromium", null, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"), FIREFOX("Firefox", "moz-firefox",
                    "/usr/bin/firefox-esr", "/usr/bin/firefox",
                    "/Applications/Firefox.app/Contents/MacOS/firefox");

    private static final Map<String, String> NO_DOWNLOADS = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    private static final List<String> CHROMIUM_QUIET = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final String title;
    private final String channel;
    private final List<String> places;

    InstalledBrowser(String title, String channel, String... places) {
        this.title = title;
        this.channel = channel;
        this.places = List.of(places);
    }

    static Playwright playwright() {
        return Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOADS));
    }

    String title() {
        return title;
    }

    /** @return none if it is not there */
    Optional<Browser> launch(Playwright playwright) {
        return places.stream().map(Path::of).filter(Files::isExecutable).findFirst().map(path -> switch (this) {
            case CHROMIUM -> playwright.chromium()
                    .launch(new LaunchOptions().setExecutablePath(path).setArgs(CHROMIUM_QUIET));
            case FIREFOX -> playwright.firefox()
                    .launch(new LaunchOptions().setExecutablePath(path).setChannel(channel));
        });
    }
}
