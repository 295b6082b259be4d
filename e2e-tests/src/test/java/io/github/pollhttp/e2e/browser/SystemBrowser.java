package io.github.pollhttp.e2e.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A browser that is installed on the system.
 *
 * @param setting     the environment variable that names another executable
 * @param packageName the name of the package in Debian
 * @param usualPlaces the executables to look for, in this order
 */
record SystemBrowser(String setting, String packageName, List<String> usualPlaces) {
    static final SystemBrowser CHROMIUM = new SystemBrowser("POLLHTTP_CHROMIUM", "chromium",
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
                    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe"));
    static final SystemBrowser FIREFOX = new SystemBrowser("POLLHTTP_FIREFOX", "firefox-esr",
            List.of("/usr/bin/firefox-esr", "/usr/bin/firefox", "/snap/bin/firefox",
                    "/Applications/Firefox.app/Contents/MacOS/firefox",
                    "C:\\Program Files\\Mozilla Firefox\\firefox.exe"));

    /** Returns the executable, or null if none is found. */
    Path find() {
        String set = System.getenv(setting);
        return set != null
                ? Path.of(set)
                : usualPlaces.stream().map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
    }
}
