package io.github.pollhttp.demo;

/** Where the demo runs; the two differ in what they let a program know and do. */
public enum Platform {
    /** The desktop JVM. */
    DESKTOP,
    /** A browser, as JavaScript or as Wasm. */
    BROWSER
}
