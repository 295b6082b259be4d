package io.github.pollhttp.spi;

/** Work that goes on in small steps, none of which waits, until it is done. */
public interface BackgroundWork {
    /**
     * Goes on.
     *
     * @return whether it got further, so that more may be possible at once
     */
    boolean step();

    /**
     * Whether there is nothing more to do; may be asked from any thread.
     *
     * @return true at the end
     */
    boolean isDone();
}
