package io.github.pollhttp.gdx;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.badlogic.gdx.Net.HttpResponse;
import com.badlogic.gdx.net.HttpStatus;

import io.github.pollhttp.request.HTTPResponse;

/** A response whose body is in memory, so that it can be read repeatedly. */
final class CompleteResponse implements HttpResponse {
    /** A game that asks the JDK's headers for the status line uses the name null. */
    private static final Comparator<String> NAMES = Comparator.nullsFirst(String.CASE_INSENSITIVE_ORDER);

    private final HTTPResponse response;

    CompleteResponse(HTTPResponse response) {
        this.response = response;
    }

    @Override
    public byte[] getResult() {
        return response.bytes();
    }

    @Override
    public String getResultAsString() {
        return response.text();
    }

    @Override
    public InputStream getResultAsStream() {
        return new ByteArrayInputStream(response.bytes());
    }

    @Override
    public HttpStatus getStatus() {
        return new HttpStatus(response.code());
    }

    @Override
    public String getHeader(String name) {
        List<String> values = name == null ? List.of() : response.headers(name);
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        Map<String, List<String>> headers = new TreeMap<>(NAMES);
        for (String line : response.headerLines()) {
            String name = line.substring(0, line.indexOf(':'));
            headers.putIfAbsent(name, response.headers(name));
        }
        return headers; // not Collections.unmodifiableMap: before TeaVM 0.16, its get compares keys by equals and ignores NAMES
    }
}
