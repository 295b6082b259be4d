package io.github.pollhttp.jvm.http1;

import java.util.List;

import io.github.pollhttp.spi.ResponseHead;

/** A copy of a {@link Http1ResponseHead} that stays as it is. Makes strings only when the program asks for them. Any thread may use it. */
final class KeptHead implements ResponseHead {
    private final int code;
    private final HeadBuffer section;
    private final List<String> trailers;
    private final boolean hasBody;
    private final long bodyLength;
    private final boolean isChunked;
    private final String origin;
    private final String target;

    /** Null until the program asks for them. If two threads make the list at the same time, both lists are equal, and one of them stays. */
    private List<String> headers;

    /**
     * @param section a copy that nothing changes
     * @param origin  the origin of the request
     * @param target  the target of the request
     */
    KeptHead(Http1ResponseHead head, HeadBuffer section, String origin, String target) {
        this.code = head.code();
        this.section = section;
        this.trailers = head.trailers();
        this.hasBody = head.hasBody();
        this.bodyLength = head.bodyLength();
        this.isChunked = head.isChunked();
        this.origin = origin;
        this.target = target;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public List<String> headers() {
        List<String> made = headers;
        if (made == null) {
            made = section.fields();
            headers = made;
        }
        return made;
    }

    @Override
    public List<String> header(String name) {
        return new FieldLines(section).values(name);
    }

    @Override
    public ResponseHead kept() {
        return this;
    }

    @Override
    public List<String> trailers() {
        return trailers;
    }

    @Override
    public boolean hasBody() {
        return hasBody;
    }

    @Override
    public long bodyLength() {
        return bodyLength;
    }

    @Override
    public boolean isChunked() {
        return isChunked;
    }

    @Override
    public String url() {
        return Http1ResponseHead.url(origin, target);
    }
}
