package io.github.pollhttp.demo.game;

/** The keys of the game. */
public enum Key {
    /** Steers left, or selects the letter to the left. */
    LEFT,
    /** Steers right, or selects the letter to the right. */
    RIGHT,
    /** The next letter. */
    UP,
    /** The previous letter. */
    DOWN,
    /** Starts, or tries again. */
    ENTER,
    /** Leaves the level, or the loading screen between two levels. */
    ESCAPE,
    /** Shows or hides the frame times. */
    F3
}
