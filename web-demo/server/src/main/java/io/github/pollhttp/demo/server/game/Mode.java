package io.github.pollhttp.demo.server.game;

/** How the server treats the requests of the game. */
enum Mode {
    /** Answers at once. The update takes five seconds. */
    NORMAL,
    /** Each body comes in pieces, a long one within five seconds. */
    SLOW,
    /** Each body stops in the middle, and the connection stays open. */
    STALLED,
    /** Each body stops in the middle, because the connection ends. */
    CUT,
    /** Answers 500. */
    BROKEN,
    /** Closes the connection without an answer. */
    AWAY;

    /** Whether an open event stream stays open. */
    boolean keepsStreams() {
        return this == NORMAL || this == SLOW || this == STALLED;
    }
}
