package io.github.pollhttp.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.impl.driver.Driver;

/**
 * The Chromium of a test run: one that is there, or else one that is installed now, with a word about it: Playwright's own download where
 * that is reachable, else the system's package. A run without a browser fails; it never skips.
 */
final class Chromium implements AutoCloseable {
    private static final String SETTING = "POLLHTTP_CHROMIUM";
    private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe");

    /** No traffic of the browser's own, which would only be refused on a closed network. */
    private static final List<String> QUIET = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    /** Else Playwright's driver fetches all its browsers as soon as it starts. */
    private static final Map<String, String> NO_DOWNLOADS = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium launch() throws IOException, InterruptedException {
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOADS));
        Browser browser = launchPresent(playwright);
        if (browser == null) {
            say("found no Chromium; installing one");
            install();
            browser = launchPresent(playwright);
        }
        if (browser == null) {
            playwright.close();
            throw new IOException("found no Chromium and could install none: install one by hand, "
                    + "or name one in the environment variable " + SETTING);
        }
        say("Chromium " + browser.version());
        return new Chromium(playwright, browser);
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Browser launchPresent(Playwright playwright) {
        LaunchOptions options = new LaunchOptions().setArgs(QUIET);
        String set = System.getenv(SETTING);
        Path present = set != null
                ? Path.of(set)
                : USUAL_PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
        if (present != null) {
            return playwright.chromium().launch(options.setExecutablePath(present));
        }
        try {
            return playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            return null; // Playwright's own is not there
        }
    }

    private static void install() throws IOException, InterruptedException {
        ProcessBuilder download = Driver.ensureDriverInstalled(NO_DOWNLOADS, false).createProcessBuilder();
        download.command().addAll(List.of("install", "--with-deps", "chromium"));
        if (run(download)) {
            return;
        }
        say("Playwright's download is not reachable; installing the system's package");
        if (run(asRoot("apt-get", "update"))) {
            run(asRoot("apt-get", "install", "--yes", "--no-install-recommends", "chromium"));
        }
    }

    private static ProcessBuilder asRoot(String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        if (!System.getProperty("user.name").equals("root")) {
            words.addAll(0, List.of("sudo", "--non-interactive"));
        }
        ProcessBuilder process = new ProcessBuilder(words);
        process.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return process;
    }

    /** Its words go through our own standard output, for the test runner speaks over the descriptor. */
    private static boolean run(ProcessBuilder command) throws InterruptedException {
        try {
            Process process = command.redirectErrorStream(true).start();
            try (BufferedReader lines = process.inputReader()) {
                lines.lines().forEach(System.out::println);
            }
            return process.waitFor() == 0;
        } catch (IOException e) {
            say(e.getMessage());
            return false;
        }
    }

    private static void say(String text) {
        System.out.println("[pollhttp] " + text);
    }
}
