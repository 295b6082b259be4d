package io.github.pollhttp.request;

import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.internal.HttpDate;
import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.PartialDownload;
import io.github.pollhttp.spi.RequestPlatform;

/** One download to a file: what of it is there already, how to ask for the rest (RFC 9110 section 14), and what an answer to that means. */
final class ResumableDownload {
    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    /** Kept in the settings instead of a path, so that a browser program that never downloads to a file links none of this. */
    interface Factory {
        ResumableDownload begin(boolean resume, RequestSpec request);
    }

    private final RequestPlatform platform;
    private final String path;
    private final String url;
    private final boolean resumable;
    private PartialDownload found;
    private boolean anew;

    /** @param resume whether to go on with what an earlier download has left, and to leave something for a later one */
    ResumableDownload(RequestPlatform platform, String path, boolean resume, RequestSpec request) {
        this.platform = platform;
        this.path = path;
        this.url = request.url().toString();
        this.resumable = resume && request.method() == Method.METHOD_GET && !request.has("Range");
    }

    /** Looks for what is there, before each attempt: the last one may have left something. */
    void look() {
        PartialDownload part = resumable && !anew ? platform.findPart(path) : null;
        found = part != null && part.url().equals(url) && part.length() > 0 ? part : null;
    }

    /** Whether the bytes must arrive as they are stored; a part of a coded body is of no use. */
    boolean wantsNoCoding() {
        return resumable;
    }

    /** The headers that ask for the rest. */
    List<String> headers() {
        return found == null
                ? List.of()
                : List.of("Range: bytes=" + found.length() + "-", "If-Range: " + found.validator());
    }

    /** Whether the server has not understood what rest was meant, or has none, so that it must be asked for the whole. */
    boolean mustBeginAnew(HTTPClient client) {
        return found != null && switch (client.getResponseCode()) {
            case RANGE_NOT_SATISFIABLE -> true;
            case PARTIAL_CONTENT -> !first(client, "Content-Range").startsWith("bytes " + found.length() + "-")
                    || !first(client, "Content-Encoding").isEmpty();
            default -> false;
        };
    }

    /** Makes the next attempt ask for the whole. */
    void beginAnew() {
        anew = true;
    }

    /** How many bytes are there before this response's first one. */
    long offset(HTTPClient client) {
        return found != null && client.getResponseCode() == PARTIAL_CONTENT ? found.length() : 0;
    }

    /** @param coded whether the body is decoded on its way */
    BodySink sink(HTTPClient client, boolean coded) {
        if (offset(client) > 0) {
            return platform.openFile(path, found);
        }
        String validator = resumable && !coded && client.getResponseCode() == OK ? validator(client) : "";
        return platform.openFile(path, validator.isEmpty() ? null : new PartialDownload(url, validator, 0));
    }

    /** Only a strong one may be sent in If-Range (RFC 9110 section 13.1.5). @return empty if there is none */
    private static String validator(HTTPClient client) {
        if (!first(client, "Content-Encoding").isEmpty()) {
            return ""; // the browser has decoded it
        }
        String tag = first(client, "ETag");
        if (!tag.isEmpty()) {
            return Ascii.startsWith(tag, "W/") ? "" : tag;
        }
        String modified = first(client, "Last-Modified");
        return isStrong(modified, first(client, "Date")) ? modified : "";
    }

    /** RFC 9110 section 8.8.2.2: if it is at least a second old, for else the file may have changed twice in that second. */
    private static boolean isStrong(String modified, String date) {
        long then = HttpDate.seconds(modified);
        long now = HttpDate.seconds(date);
        return then != HttpDate.NONE && now != HttpDate.NONE && now > then;
    }

    private static String first(HTTPClient client, String name) {
        List<String> values = client.getResponseHeader(name);
        return values.isEmpty() ? "" : values.get(0);
    }
}
