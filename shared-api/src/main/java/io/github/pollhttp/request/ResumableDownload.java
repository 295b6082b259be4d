package io.github.pollhttp.request;

import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.internal.HttpDate;
import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.PartialDownload;
import io.github.pollhttp.spi.RequestPlatform;

/** A download to a file: finds the bytes of an earlier attempt, requests the missing ones (RFC 9110 section 14), and checks the response. */
final class ResumableDownload {
    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    /** The settings contain a factory instead of a path. TeaVM then leaves this class out of programs that set no download file. */
    interface Factory {
        ResumableDownload create(boolean resume, RequestSpec request);
    }

    private final RequestPlatform platform;
    private final String path;
    private final String url;
    private final boolean resumable;
    /** The bytes of an earlier attempt; null if there are none that this attempt can use. */
    private PartialDownload part;
    private boolean restarted;

    /** @param resume whether to continue an earlier download, and to keep the bytes of this one if it fails */
    ResumableDownload(RequestPlatform platform, String path, boolean resume, RequestSpec request) {
        this.platform = platform;
        this.path = path;
        this.url = request.url().toString();
        this.resumable = resume && request.method() == Method.METHOD_GET && !request.has("Range");
    }

    /** Looks for the bytes of an earlier attempt. Called before each attempt, because the previous one may have left some. */
    void findPart() {
        PartialDownload found = resumable && !restarted ? platform.findPart(path) : null;
        part = found != null && found.url().equals(url) && found.length() > 0 ? found : null;
    }

    /** Whether the body must arrive without a content coding, because a part of an encoded body cannot be continued. */
    boolean forbidsContentCoding() {
        return resumable;
    }

    /** @return the header lines that request the missing bytes; empty to request the whole file */
    List<String> headers() {
        return part == null
                ? List.of()
                : List.of("Range: bytes=" + part.length() + "-", "If-Range: " + part.validator());
    }

    /** Whether the response does not continue the part, so that the whole file must be requested. */
    boolean mustRestart(HTTPClient client) {
        return part != null && switch (client.getResponseCode()) {
            case RANGE_NOT_SATISFIABLE -> true;
            case PARTIAL_CONTENT -> !first(client, "Content-Range").startsWith("bytes " + part.length() + "-")
                    || !first(client, "Content-Encoding").isEmpty();
            default -> false;
        };
    }

    /** Makes the following attempts request the whole file. */
    void restart() {
        restarted = true;
    }

    /** @return the number of bytes of the file that precede the body of this response */
    long offset(HTTPClient client) {
        return part != null && client.getResponseCode() == PARTIAL_CONTENT ? part.length() : 0;
    }

    /**
     * @param decoded whether the body is decoded before it is stored
     * @return a sink that writes to the file, after the part if the response continues it
     */
    BodySink sink(HTTPClient client, boolean decoded) {
        if (offset(client) > 0) {
            return platform.openFile(path, part);
        }
        String validator = resumable && !decoded && client.getResponseCode() == OK ? validator(client) : "";
        return platform.openFile(path, validator.isEmpty() ? null : new PartialDownload(url, validator, 0));
    }

    /** @return a strong validator, the only kind that {@code If-Range} accepts (RFC 9110 section 13.1.5); empty if there is none */
    private static String validator(HTTPClient client) {
        if (!first(client, "Content-Encoding").isEmpty()) {
            return ""; // the browser has already decoded the body, so a part of it cannot be continued
        }
        String tag = first(client, "ETag");
        if (!tag.isEmpty()) {
            return Ascii.startsWith(tag, "W/") ? "" : tag;
        }
        String modified = first(client, "Last-Modified");
        return isStrong(modified, first(client, "Date")) ? modified : "";
    }

    /** A date is strong if it is at least one second old, because a file can change twice in one second (RFC 9110 section 8.8.2.2). */
    private static boolean isStrong(String lastModified, String date) {
        long modified = HttpDate.seconds(lastModified);
        long now = HttpDate.seconds(date);
        return modified != HttpDate.NONE && now != HttpDate.NONE && now > modified;
    }

    private static String first(HTTPClient client, String name) {
        List<String> values = client.getResponseHeader(name);
        return values.isEmpty() ? "" : values.get(0);
    }
}
