package io.github.pollhttp.jvm.http1;

import java.util.List;

import io.github.pollhttp.spi.ResponseHead;

/** A final response's head. Text is made of it only when a program asks for it. */
final class Http1ResponseHead implements ResponseHead {
    private final HeadBuffer section;
    private final StatusLine status;
    private final BodyFraming framing;
    private final String url;
    private List<String> headers;

    Http1ResponseHead(HeadBuffer section, StatusLine status, BodyFraming framing, String url) {
        this.section = section;
        this.status = status;
        this.framing = framing;
        this.url = url;
    }

    @Override
    public int code() {
        return status.code();
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

    @Override
    public String url() {
        return url;
    }
}
