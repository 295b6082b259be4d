package io.github.pollhttp.e2e.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts WebKitGTK and installs it from the packages of the system. */
final class WebKitLauncher implements EngineLauncher {
    private static final Path DRIVER = Path.of("/usr/bin/WebKitWebDriver");

    @Override
    public String obstacle() {
        return VirtualScreen.EXISTS ? null : "WebKitGTK runs on Linux only";
    }

    @Override
    public WebBrowser launchPresent() throws IOException {
        boolean present = Files.isExecutable(DRIVER) && VirtualScreen.isInstalled();
        return present ? WebDriverBrowser.start(DRIVER) : null;
    }

    @Override
    public void install() throws InterruptedException {
        Commands.installPackages("webkit2gtk-driver", "xvfb");
    }

    @Override
    public String howToGet() {
        return "install the packages webkit2gtk-driver and xvfb";
    }
}
