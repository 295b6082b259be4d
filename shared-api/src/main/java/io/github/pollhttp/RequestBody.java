package io.github.pollhttp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.PercentEncoding;
import io.github.pollhttp.internal.Utf8;

/**
 * The body of a request with its {@code Content-Type}.
 *
 * <pre>{@code
 * // http is an HTTPRequest; show(String) is a method of your game.
 * RequestBody body = RequestBody.form(Map.of("name", "Ada", "score", 1200));
 * if (http.request("https://example.com/scores", List.of(), Method.METHOD_POST, body) != ErrorCode.OK) {
 *     show(http.getRejection());
 * }
 * }</pre>
 *
 * @param contentType the media type, for example {@code application/json}
 * @param bytes       the body. It is not copied: do not change it while a request sends it
 * @see MultipartForm
 */
public record RequestBody(String contentType, byte[] bytes) {
    /**
     * Creates a body of any media type.
     *
     * @param contentType the media type, for example {@code application/json}
     * @param bytes       the body. It is not copied: do not change it while a request sends it
     * @throws IllegalArgumentException if the media type contains a line end or another control character
     */
    public RequestBody {
        Objects.requireNonNull(bytes, "bytes");
        String message = HeaderLine
                .rejectionMessage("Content-Type: " + Objects.requireNonNull(contentType, "contentType"));
        if (message != null) {
            throw new IllegalArgumentException(message);
        }
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

    /**
     * Returns the header line for the media type.
     *
     * @return for example {@code Content-Type: application/json}
     */
    public String header() {
        return "Content-Type: " + contentType;
    }

    /**
     * Adds the header line for the media type to the headers of a request.
     *
     * @param customHeaders header lines
     * @return the lines, and {@link #header()} unless they have a {@code Content-Type}
     */
    public List<String> headers(List<String> customHeaders) {
        List<String> lines = new ArrayList<>(customHeaders);
        if (!HeaderLine.has(customHeaders, "Content-Type")) {
            lines.add(header());
        }
        return lines;
    }
}
