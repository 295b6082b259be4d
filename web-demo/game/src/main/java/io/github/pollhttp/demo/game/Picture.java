package io.github.pollhttp.demo.game;

/** A picture that the platform decodes. In the browser that takes some frames. A picture is a row of square sprites, as high as the picture. */
public interface Picture {
    /** How far the decoding is. */
    enum State {
        /** Not decoded yet. */
        DECODING,
        /** Can be drawn. */
        READY,
        /** The bytes are no picture. */
        BROKEN
    }

    /**
     * Returns how far the decoding is.
     *
     * @return the state
     */
    State state();
}
