package io.github.pollhttp.demo;

/** The platform that the demo runs on. A browser lets a program know and do less. */
public enum Platform {
    /** The desktop JVM. */
    DESKTOP,
    /** A browser, as JavaScript or as Wasm. */
    BROWSER
}
