package io.github.pollhttp.demo.game;

/** What the game needs from its platform besides the {@link Canvas}. The network is not part of it: the library is the same on both platforms. */
public interface Platform {
    /**
     * Starts to decode a picture.
     *
     * @param png the bytes of a PNG
     * @return the picture
     */
    Picture decode(byte[] png);

    /**
     * Returns the time of a clock that only runs forward.
     *
     * @return nanoseconds since any moment
     */
    long nanoTime();

    /**
     * Writes a line for the developer, to the console.
     *
     * @param line the line
     */
    void log(String line);
}
