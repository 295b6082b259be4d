package io.github.pollhttp.spi;

/** Work that is done in small steps. No step blocks. */
public interface BackgroundWork {
    /**
     * Does the next step, if it is possible now.
     *
     * @return true if there was progress, so that the next step may be possible at once; false if the caller should pause first
     */
    boolean step();

    /**
     * Whether all work is done. May be called from any thread.
     *
     * @return true at the end
     */
    boolean isDone();

    /**
     * Ends the work, because a step has thrown an exception. Called by the thread that runs the steps, which then ends. {@link #isDone} is true
     * afterwards. Throws nothing.
     *
     * @param thrown what the step has thrown
     */
    void abandon(Throwable thrown);
}
