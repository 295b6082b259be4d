package io.github.pollhttp.e2e.browser;

import java.io.IOException;

/** Starts and installs the browser of one engine. */
interface EngineLauncher {
    /** Returns why this system cannot have the browser, as the end of a sentence; null if it can. */
    default String obstacle() {
        return null;
    }

    /** Starts the browser that is installed on this machine. Returns null if none is installed. */
    WebBrowser launchPresent() throws IOException;

    /** Tries to install the browser and prints the output of the installer. */
    void install() throws IOException, InterruptedException;

    /** Returns an instruction for a person, in the imperative: how to install the browser. */
    String howToGet();
}
