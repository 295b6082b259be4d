package io.github.pollhttp.bench.wire;

/** The paths that the server knows, and what it answers. */
public final class Path {
    /** A body so small that the exchange around it is what costs. */
    public static final int SMALL = 256;

    private Path() {}

    /** With Content-Length, and the handful of fields that a usual server adds. */
    public static String plain(long length) {
        return "/plain/" + length;
    }

    /** The same with this many fields in all. */
    public static String fields(int count, int length) {
        return "/fields/" + count + "/" + length;
    }

    /** In chunks of one size, of which the length is a multiple. */
    public static String chunked(int chunk, long length) {
        return "/chunked/" + chunk + "/" + length;
    }

    /** A small answer that is held back until this many requests wait for it: so many connections are then open. */
    public static String gate(int requests) {
        return "/gate/" + requests;
    }

    /** Takes a body of the {@link Pattern}; the answer is a small one, or an error if the body was wrong. */
    public static String upload() {
        return "/upload";
    }
}
