package io.github.pollhttp.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;

import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.internal.Decimal;
import io.github.pollhttp.internal.HeaderLine;
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
    public Supplier<List<String>> laterHeaders() {
        return this::headers;
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

    /**
     * Content-Length counts bytes before the browser decodes them, so it is the length of the body only if the response has no content coding.
     * A missing Content-Encoding proves nothing if it may be hidden.
     */
    @Override
    public long bodyLength() {
        if (!hasBody()) {
            return -1;
        }
        if (exchange.getRequest().getMethod().equals("HEAD")) {
            return 0;
        }
        String coding = first("content-encoding");
        boolean isUncoded = coding == null
                ? !FetchResponse.mayHideCoding(exchange.getResponse())
                : Ascii.equal(coding, "identity");
        String length = isUncoded ? first("content-length") : null;
        long number = length == null ? -1 : Decimal.parse(length, Long.MAX_VALUE);
        return number == Long.MAX_VALUE ? -1 : number;
    }

    private String first(String name) {
        for (String line : headers()) {
            if (HeaderLine.isNamed(line, name)) {
                return HeaderLine.value(line);
            }
        }
        return null;
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
