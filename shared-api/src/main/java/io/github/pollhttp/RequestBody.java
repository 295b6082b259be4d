package io.github.pollhttp;

import java.util.Map;
import java.util.Objects;

import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.PercentEncoding;
import io.github.pollhttp.internal.Utf8;

/**
 * The body of a request, and the {@code Content-Type} that says what it is.
 *
 * <pre>{@code
 * http.request("https://example.com/scores", List.of(), Method.METHOD_POST, RequestBody.form(Map.of("name", "Ada", "score", 1200)));
 * }</pre>
 *
 * @param contentType the media type
 * @param bytes       the body. It is not copied: do not change it while a request sends it
 * @see MultipartForm
 */
public record RequestBody(String contentType, byte[] bytes) {
    /**
     * A body of any type.
     *
     * @param contentType the media type, without a line end
     * @param bytes       the body
     * @throws IllegalArgumentException if the media type cannot be sent
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
     * The fields of a form, {@code a=1&b=two+words}, as {@code application/x-www-form-urlencoded} (URL Standard section 5.2) in UTF-8.
     *
     * @param fields as {@link HTTPClient#queryStringFromDict} takes them
     * @return the body
     * @throws IllegalArgumentException as there
     */
    public static RequestBody form(Map<String, ?> fields) {
        return new RequestBody("application/x-www-form-urlencoded",
                Utf8.encode(QueryString.of(fields, PercentEncoding::appendForm)));
    }

    /**
     * JSON, as {@code application/json} in UTF-8 (RFC 8259 section 8.1). The text is not looked at.
     *
     * @param text what some JSON library has written
     * @return the body
     */
    public static RequestBody json(String text) {
        return new RequestBody("application/json", Utf8.encode(text));
    }

    /**
     * The header that says what the body is.
     *
     * @return {@code Content-Type: } and the media type
     */
    public String header() {
        return "Content-Type: " + contentType;
    }
}
