package io.github.pollhttp.e2e;

import java.util.Locale;

/** What TeaVM compiles to. */
enum Target {
    JS("JS"), WASM("Wasm");

    private final String title;

    Target(String title) {
        this.title = title;
    }

    /** Its name for a reader. */
    String title() {
        return title;
    }

    /** As the pages' addresses have it. */
    String parameter() {
        return title.toLowerCase(Locale.ROOT);
    }
}
