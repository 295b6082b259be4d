package io.github.pollhttp;

import java.util.List;

import io.github.pollhttp.spi.ResponseHead;

/** A response head as a test writes it down. */
public record ScriptedResponse(int code, List<String> headers, List<String> trailers, boolean hasBody, long bodyLength,
        boolean isChunked, String url) implements ResponseHead {

    public static ScriptedResponse withBody(String... headers) {
        return new ScriptedResponse(200, List.of(headers), List.of(), true, 5, false, "http://example.com/");
    }

    public static ScriptedResponse withoutBody(int code) {
        return new ScriptedResponse(code, List.of("Date: today"), List.of(), false, -1, false, "http://example.com/");
    }

    public static ScriptedResponse chunked(String... trailers) {
        return new ScriptedResponse(200, List.of("Transfer-Encoding: chunked"), List.of(trailers), true, -1, true,
                "http://example.com/chunked");
    }

    @Override
    public ResponseHead kept() {
        return this;
    }
}
