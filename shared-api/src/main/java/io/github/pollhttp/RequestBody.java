package io.github.pollhttp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.PercentEncoding;
import io.github.pollhttp.internal.Utf8;
import io.github.pollhttp.spi.BodyPart;

/**
 * The body of a request with its {@code Content-Type}. Immutable, except for the arrays and files that it sends. Any number of requests can send it.
 *
 * <pre>{@code
 * // http is an HTTPRequest; show(String) is a method of your game.
 * RequestBody body = RequestBody.form(Map.of("name", "Ada", "score", 1200));
 * if (http.request("https://example.com/scores", List.of(), Method.METHOD_POST, body) != ErrorCode.OK) {
 *     show(http.getRejection());
 * }
 * }</pre>
 *
 * @see MultipartForm
 */
public final class RequestBody {
    /** Null for a body without a media type. */
    private final @Nullable String contentType;
    private final BodyContent content;

    private RequestBody(@Nullable String contentType, BodyContent content) {
        this.contentType = contentType;
        this.content = content;
    }

    /**
     * Creates a body of any media type.
     *
     * @param contentType the media type, for example {@code application/json}
     * @param bytes       the body. It is not copied: do not change it while a request sends it
     * @throws IllegalArgumentException if the media type contains a line end or another control character
     */
    public RequestBody(String contentType, byte[] bytes) {
        this(checked(contentType), new BodyContent.Bytes(Objects.requireNonNull(bytes, "bytes")));
    }

    private static String checked(String contentType) {
        String message = HeaderLine
                .rejectionMessage("Content-Type: " + Objects.requireNonNull(contentType, "contentType"));
        if (message != null) {
            throw new IllegalArgumentException(message);
        }
        return contentType;
    }

    /**
     * Creates a body that is a file. Each request opens the file when it begins to send it, so redirects and retries send it again from the
     * beginning. The file is read while it is sent and is never in memory as a whole.
     *
     * <p>
     * On the JVM the file is on the disk. Each poll reads at most 256 KiB of it, on the thread that polls. In the browser the file is in the
     * origin private file system, in which {@link io.github.pollhttp.request.HTTPRequest#setDownloadFile} stores files too, and the browser reads it.
     *
     * <p>
     * If the file does not exist, cannot be read, or has another length at the end than at the beginning, the request fails with
     * {@link Failure.Reason#FILE_UNREADABLE}, for an {@code HTTPRequest} with {@code RESULT_REQUEST_FAILED}, and the connection is closed. So the
     * server never takes a part of the file for the whole. On the JVM a change that keeps the length is not noticed. A browser notices each change,
     * but reports one after the beginning as {@link Failure.Reason#NETWORK_OR_CORS}.
     *
     * <p>
     * The length of the file is sent in {@code Content-Length}. The program must not give this header itself.
     *
     * @param contentType the media type, for example {@code application/octet-stream}
     * @param path        the path of the file
     * @return the body
     * @throws IllegalArgumentException if the media type contains a line end or another control character
     */
    public static RequestBody file(String contentType, String path) {
        return files(contentType, List.of(BodyPart.file(path)));
    }

    /** @param parts sent one after the other */
    static RequestBody files(String contentType, List<BodyPart> parts) {
        return new RequestBody(checked(contentType), new BodyContent.Files(parts));
    }

    /**
     * Creates a form, for example {@code a=1&b=two+words}: {@code application/x-www-form-urlencoded} in UTF-8 (URL Standard section 5.2).
     *
     * @param fields names and values, written in the order of the map. A null value writes the name without {@code =}. An array or
     *               {@link Iterable} writes one pair for each element. Any other value is written as its {@code toString()}
     * @return the body
     * @throws IllegalArgumentException if a value is an array of {@code boolean}, {@code byte}, {@code char} or {@code short}
     */
    public static RequestBody form(Map<String, ?> fields) {
        return new RequestBody("application/x-www-form-urlencoded",
                Utf8.encode(QueryString.of(fields, PercentEncoding::appendForm)));
    }

    /**
     * Creates a JSON body: {@code application/json} in UTF-8 (RFC 8259 section 8.1).
     *
     * @param text the JSON text; it is not checked
     * @return the body
     */
    public static RequestBody json(String text) {
        return new RequestBody("application/json", Utf8.encode(text));
    }

    BodyContent content() {
        return content;
    }

    /**
     * Returns the media type.
     *
     * @return for example {@code application/json}; null for a body of {@link #withoutContentType()}
     */
    public @Nullable String contentType() {
        return contentType;
    }

    /**
     * Returns the length of the body.
     *
     * @return the number of bytes; -1 for a body of files, whose length is known only when a request sends it
     */
    public int length() {
        return content.length();
    }

    /**
     * Adds the header line for the media type to the headers of a request.
     *
     * @param customHeaders header lines
     * @return the lines, and {@code Content-Type} unless they have one or the body has no media type
     */
    public List<String> headers(List<String> customHeaders) {
        if (contentType == null || HeaderLine.has(customHeaders, "Content-Type")) {
            return customHeaders;
        }
        List<String> lines = new ArrayList<>(customHeaders);
        lines.add("Content-Type: " + contentType);
        return lines;
    }

    /**
     * Returns this body without its media type, for a program that has the line of {@link #headers} already.
     *
     * @return a body with the same content, to which no {@code Content-Type} is added
     */
    public RequestBody withoutContentType() {
        return new RequestBody(null, content);
    }
}
