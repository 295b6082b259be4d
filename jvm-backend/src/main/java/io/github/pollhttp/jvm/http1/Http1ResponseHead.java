package io.github.pollhttp.jvm.http1;

import java.util.List;

import io.github.pollhttp.spi.ResponseHead;

/** A final response's head, until the next request. Text is made of it only when a program asks for it. */
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

    /** Forgets the response before. */
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

    /** RFC 9110 section 7.1: a target is a path on the origin, the origin as a whole, or has an origin of its own. */
    @Override
    public String url() {
        if (target.startsWith("/")) {
            return origin + target;
        }
        return target.equals("*") ? origin : target;
    }
}
