package io.github.pollhttp.contract;

/** The engines that run the compiled program: those of browsers, and Node. Browsers with the same engine behave in the same way. */
public enum Engine {
    /** The engine of Chrome, Edge and Opera. */
    CHROMIUM("Chromium"),
    /** Gecko, the engine of Firefox. */
    FIREFOX("Firefox"),
    /** The engine of Safari and of the browsers on an iPhone. */
    WEBKIT("WebKit"),
    /** Node, which has {@code fetch}, and no page: no CORS, no {@code XMLHttpRequest} and no files. */
    NODE("Node");

    private final String title;

    Engine(String title) {
        this.title = title;
    }

    /** Returns the name for a table or a test name. */
    public String title() {
        return title;
    }
}
