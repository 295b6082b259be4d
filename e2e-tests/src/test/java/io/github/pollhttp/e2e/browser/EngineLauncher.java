package io.github.pollhttp.e2e.browser;

import java.io.IOException;

/** How the browser of one engine comes to run. */
interface EngineLauncher {
    /** @return the browser that is on this machine, started; null if there is none */
    WebBrowser launchPresent() throws IOException;

    /** Tries to put one there, with a word about it. */
    void install() throws IOException, InterruptedException;

    /** What a person does to have one. */
    String howToGet();
}
