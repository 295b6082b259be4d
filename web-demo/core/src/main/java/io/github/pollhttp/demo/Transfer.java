package io.github.pollhttp.demo;

/**
 * How far a body has come.
 *
 * @param bytes how many have been read
 * @param total how many there will be, or -1
 * @param nanos how long the run has taken so far
 */
public record Transfer(long bytes, long total, long nanos) {

    /** In less than this, connecting takes longer than reading. */
    private static final long ENOUGH_FOR_A_SPEED = 1024 * 1024;

    /**
     * The speed so far.
     *
     * @return for a person; empty if so few bytes say nothing about it
     */
    public String speed() {
        return bytes < ENOUGH_FOR_A_SPEED ? "" : Units.speed(bytes, nanos);
    }

    /**
     * The size so far.
     *
     * @return for a person, with the total if it is known and not reached
     */
    public String size() {
        return bytes < total ? Units.bytes(bytes) + " of " + Units.bytes(total) : Units.bytes(bytes);
    }
}
