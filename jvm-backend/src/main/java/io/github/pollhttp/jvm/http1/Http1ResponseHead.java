package io.github.pollhttp.jvm.http1;

import java.util.List;

import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.spi.ResponseHead;

/**
 * The head of a final response, valid until the next request. It makes strings only when the program asks for them. It does not parse anything
 * itself.
 */
final class Http1ResponseHead implements ResponseHead {
    private final String origin;
    private final HeadBuffer section;
    private final BodyFraming framing;
    private String target;
    private int code;
    private List<String> headers;

    Http1ResponseHead(String origin, HeadBuffer section, BodyFraming framing) {
        this.origin = origin;
        this.section = section;
        this.framing = framing;
    }

    /**
     * Begins the head of a new response.
     *
     * @param newTarget request target as the program wrote it
     * @param newCode   status code
     */
    Http1ResponseHead of(String newTarget, int newCode) {
        target = newTarget;
        code = newCode;
        headers = null;
        return this;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public List<String> headers() {
        if (headers == null) {
            headers = section.fields();
        }
        return headers;
    }

    @Override
    public List<String> header(String name) {
        return headers == null ? framing.fieldValues(name) : HeaderLine.values(headers, name);
    }

    @Override
    public ResponseHead kept() {
        return new KeptHead(this, section.copy(), origin, target);
    }

    @Override
    public List<String> trailers() {
        return framing.body().trailers();
    }

    @Override
    public boolean hasBody() {
        return framing.hasBody();
    }

    @Override
    public long bodyLength() {
        return framing.hasBody() ? framing.body().announcedLength() : -1;
    }

    @Override
    public boolean isChunked() {
        return framing.body() instanceof ChunkedBody;
    }

    @Override
    public String url() {
        return url(origin, target);
    }

    /** The target is a path on the origin, "*" for the origin as a whole, or an absolute URL (RFC 9112 section 3.2). */
    static String url(String origin, String target) {
        if (target.startsWith("/")) {
            return origin + target;
        }
        return target.equals("*") ? origin : target;
    }
}
