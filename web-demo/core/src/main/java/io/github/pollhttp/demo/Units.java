package io.github.pollhttp.demo;

/** Numbers for people. Not {@code String.format}: that alone is 189 KB of JavaScript. */
public final class Units {
    private static final long KIB = 1024;
    private static final long MIB = 1024 * 1024;

    private Units() {}

    /**
     * Formats a number of bytes.
     *
     * @param count any number from 0
     * @return for example {@code 18 bytes}, {@code 1.5 KiB}, {@code 32 MiB}
     */
    public static String bytes(long count) {
        if (count < KIB) {
            return count + (count == 1 ? " byte" : " bytes");
        }
        return count < MIB ? decimal(count * 10 / KIB) + " KiB" : decimal(count * 10 / MIB) + " MiB";
    }

    /**
     * Formats a duration.
     *
     * @param nanos nanoseconds
     * @return for example {@code 12 ms}, {@code 3.1 s}
     */
    public static String time(long nanos) {
        long millis = nanos / 1_000_000;
        return millis < 1000 ? millis + " ms" : decimal(millis / 100) + " s";
    }

    /**
     * Formats a speed.
     *
     * @param bytes number of bytes
     * @param nanos duration in nanoseconds
     * @return for example {@code 85.2 MiB/s}
     */
    public static String speed(long bytes, long nanos) {
        return bytes((long) (bytes * 1e9 / Math.max(nanos, 1))) + "/s";
    }

    private static String decimal(long tenths) {
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }
}
