package io.github.pollhttp.contract;

/** The browser engines. Browsers with the same engine behave in the same way. */
public enum Engine {
    /** The engine of Chrome, Edge and Opera. */
    CHROMIUM("Chromium"),
    /** Gecko, the engine of Firefox. */
    FIREFOX("Firefox"),
    /** The engine of Safari and of the browsers on an iPhone. */
    WEBKIT("WebKit");

    private final String title;

    Engine(String title) {
        this.title = title;
    }

    /** Returns the name for a table or a test name. */
    public String title() {
        return title;
    }
}
