package io.github.pollhttp.testing;

import java.util.List;

import io.github.pollhttp.spi.ResponseHead;

/** The head of a response, as the program sees it. */
record ScriptedHead(int code, List<String> headers, long bodyLength, boolean isChunked, String url)
        implements
            ResponseHead {

    static boolean hasBody(int code) {
        return code != 204 && code != 205 && code != 304;
    }

    @Override
    public boolean hasBody() {
        return hasBody(code);
    }

    @Override
    public ResponseHead kept() {
        return this;
    }

    @Override
    public List<String> trailers() {
        return List.of();
    }
}
