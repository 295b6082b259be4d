package io.github.pollhttp.bench.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

/** The browsers that the benchmark can drive if they are installed. */
enum InstalledBrowser {
    CHROMIUM("Chromium", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"), FIREFOX("Firefox",
                    "/usr/bin/firefox-esr", "/usr/bin/firefox",
                    "/Applications/Firefox.app/Contents/MacOS/firefox"), WEBKIT("WebKitGTK",
                            "/usr/bin/WebKitWebDriver");

    private static final List<String> CHROMIUM_QUIET = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    /** With this channel Playwright drives an unmodified Firefox by WebDriver BiDi. */
    private static final String FIREFOX_CHANNEL = "moz-firefox";

    private final String title;
    private final List<String> places;

    InstalledBrowser(String title, String... places) {
        this.title = title;
        this.places = List.of(places);
    }

    String title() {
        return title;
    }

    /** @return the browser; empty if it is not installed */
    Optional<BenchmarkBrowser> launch() throws IOException {
        Optional<Path> place = places.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        return place.isEmpty() || this == WEBKIT && !Screen.isPossible()
                ? Optional.empty()
                : Optional.of(launch(place.get()));
    }

    private BenchmarkBrowser launch(Path place) throws IOException {
        LaunchOptions options = new LaunchOptions().setExecutablePath(place);
        return switch (this) {
            case CHROMIUM -> PlaywrightBrowser.launch(Playwright::chromium, options.setArgs(CHROMIUM_QUIET));
            case FIREFOX -> PlaywrightBrowser.launch(Playwright::firefox, options.setChannel(FIREFOX_CHANNEL));
            case WEBKIT -> WebKitBrowser.launch(place);
        };
    }
}
