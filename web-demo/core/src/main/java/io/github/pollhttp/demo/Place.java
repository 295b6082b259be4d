package io.github.pollhttp.demo;

/** Where a request of the demo goes. */
public enum Place {
    /** The server that the page comes from: for a browser the same origin. */
    PAGE,
    /** Another port, so for a browser another origin: what comes from there is CORS' business. */
    SECOND,
    /** A port on which nobody listens. */
    NOBODY
}
