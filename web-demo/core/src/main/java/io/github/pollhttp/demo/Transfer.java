package io.github.pollhttp.demo;

/**
 * The progress of a body.
 *
 * @param bytes bytes read so far
 * @param total bytes in all, or -1 if unknown
 * @param nanos duration of the run so far, in nanoseconds
 */
public record Transfer(long bytes, long total, long nanos) {

    /** For fewer bytes than these, connecting takes longer than reading, so a speed would mislead. */
    private static final long ENOUGH_FOR_A_SPEED = 1024 * 1024;

    /**
     * The speed so far.
     *
     * @return text such as {@code 85.2 MiB/s}; empty for too few bytes
     */
    public String speed() {
        return bytes < ENOUGH_FOR_A_SPEED ? "" : Units.speed(bytes, nanos);
    }

    /**
     * The size so far.
     *
     * @return text such as {@code 1.5 KiB}, with the total if it is known and not reached
     */
    public String size() {
        return bytes < total ? Units.bytes(bytes) + " of " + Units.bytes(total) : Units.bytes(bytes);
    }
}
