package io.github.pollhttp.e2e.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A browser that is installed for everybody on a machine.
 *
 * @param setting     the environment variable that names another one
 * @param packageName Debian's
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

    /** @return null if there is none */
    Path find() {
        String set = System.getenv(setting);
        return set != null
                ? Path.of(set)
                : usualPlaces.stream().map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
    }
}
