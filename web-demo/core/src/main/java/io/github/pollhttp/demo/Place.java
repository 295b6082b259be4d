package io.github.pollhttp.demo;

/** The server that gets a request of the demo. */
public enum Place {
    /** The server that the page comes from: the same origin for a browser. */
    PAGE,
    /** Another port, so another origin for a browser: CORS decides whether the page sees its responses. */
    SECOND,
    /** A port that refuses connections. */
    NOBODY,
    /** A host name that no DNS server knows. */
    UNKNOWN,
    /** The server of the URL that a visitor has entered. */
    ENTERED
}
