package io.github.pollhttp.e2e.browser;

import java.util.Locale;

/** A language that TeaVM compiles to. */
public enum Target {
    JS("JS"), WASM("Wasm");

    private final String title;

    Target(String title) {
        this.title = title;
    }

    /** Returns the name for a table or a test name, for example {@code Wasm}. */
    public String title() {
        return title;
    }

    /** Returns the value of the query parameter {@code target} of the suite page, for example {@code wasm}. */
    public String parameter() {
        return title.toLowerCase(Locale.ROOT);
    }
}
