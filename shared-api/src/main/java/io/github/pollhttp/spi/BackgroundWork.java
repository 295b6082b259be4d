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
     * Returns how long the work can wait for an event, such as bytes on its connection. Called after a step without progress.
     *
     * @return nanoseconds until a step is needed in any case, for example to check a timeout; {@link Long#MAX_VALUE} if none is
     */
    default long nanosToNextStep() {
        return Long.MAX_VALUE;
    }

    /**
     * Whether the work waits only until {@link #nanosToNextStep} has passed, and for no event.
     *
     * @return true in a pause
     */
    default boolean isPausing() {
        return false;
    }

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
