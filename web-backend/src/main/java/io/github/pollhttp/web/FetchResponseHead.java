package io.github.pollhttp.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;

import io.github.pollhttp.spi.ResponseHead;

/** The parts of a response's head that the browser shows to the page. */
final class FetchResponseHead implements ResponseHead {
    private final BrowserExchange exchange;
    private List<String> headers;

    FetchResponseHead(BrowserExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public int code() {
        return exchange.getResponse().getStatus();
    }

    @Override
    public List<String> headers() {
        if (headers == null) {
            JSArrayReader<JSString> lines = FetchResponse.headerLines(exchange.getResponse());
            List<String> copied = new ArrayList<>();
            for (int i = 0; i < lines.getLength(); i++) {
                copied.add(lines.get(i).stringValue());
            }
            headers = Collections.unmodifiableList(copied);
        }
        return headers;
    }

    @Override
    public ResponseHead kept() {
        return this;
    }

    @Override
    public long partLength() {
        return (long) FetchResponse.partLength(exchange.getResponse());
    }

    @Override
    public boolean hasType(String type) {
        return FetchResponse.hasType(exchange.getResponse(), type);
    }

    @Override
    public List<String> trailers() {
        return List.of();
    }

    @Override
    public boolean hasBody() {
        int code = code();
        return code != 204 && code != 205 && code != 304;
    }

    @Override
    public long bodyLength() {
        if (!hasBody()) {
            return -1;
        }
        return exchange.getRequest().getMethod().equals("HEAD")
                ? 0
                : (long) FetchResponse.bodyLength(exchange.getResponse());
    }

    @Override
    public boolean isChunked() {
        return false;
    }

    @Override
    public String url() {
        return FetchResponse.url(exchange.getResponse());
    }
}
