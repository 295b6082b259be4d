package io.github.pollhttp.contract;

/** The engines of the browsers. What is so in a browser is so in all of one engine. */
public enum Engine {
    /** Chrome, Edge, Opera. */
    CHROMIUM("Chromium"),
    /** Gecko. */
    FIREFOX("Firefox"),
    /** Safari, and each browser on an iPhone. */
    WEBKIT("WebKit");

    private final String title;

    Engine(String title) {
        this.title = title;
    }

    /** Its name for a reader. */
    public String title() {
        return title;
    }
}
