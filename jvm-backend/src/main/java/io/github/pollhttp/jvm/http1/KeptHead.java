package io.github.pollhttp.jvm.http1;

import java.util.List;

import io.github.pollhttp.spi.ResponseHead;

/** A copy of a {@link Http1ResponseHead} that stays as it is. */
record KeptHead(int code, List<String> headers, List<String> trailers, boolean hasBody, long bodyLength,
        boolean isChunked, String url) implements ResponseHead {
    @Override
    public ResponseHead kept() {
        return this;
    }
}
