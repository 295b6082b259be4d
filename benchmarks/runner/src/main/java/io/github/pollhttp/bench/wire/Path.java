package io.github.pollhttp.bench.wire;

/** The request targets that the server knows, and the responses to them. */
public final class Path {
    /** The length of a small body, whose transfer costs much less than the rest of the exchange. */
    public static final int SMALL = 256;

    /** The name of a header field of {@link #fields}, in the middle of the head. */
    public static final String FIELD = "X-Field-20";

    /** The value of {@link #FIELD}. */
    public static final String FIELD_VALUE = "the value of field number 20";

    private Path() {}

    /** A response with Content-Length and the usual header fields of a server. */
    public static String plain(long length) {
        return "/plain/" + length;
    }

    /** The same response with this total number of header fields. */
    public static String fields(int count, int length) {
        return "/fields/" + count + "/" + length;
    }

    /** A chunked response. The length must be a multiple of the chunk size. */
    public static String chunked(int chunk, long length) {
        return "/chunked/" + chunk + "/" + length;
    }

    /** A small response. The server holds it back until this number of requests has arrived, so that as many connections are open. */
    public static String gate(int requests) {
        return "/gate/" + requests;
    }

    /** The target of an upload of the {@link Pattern}. The response is small; it is an error if the body was wrong. */
    public static String upload() {
        return "/upload";
    }
}
