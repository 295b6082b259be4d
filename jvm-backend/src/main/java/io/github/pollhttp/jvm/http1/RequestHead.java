package io.github.pollhttp.jvm.http1;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.Utf8;

/**
 * Writes the head of a request (RFC 9112 sections 3 and 5): the request line, the program's headers as given, then default headers that the program
 * did not give. It does not validate: {@link OutgoingRequest} has done that. The bytes are in an array that the next request reuses, because strings
 * would allocate 1 KB for each request.
 */
final class RequestHead {
    /** Size of the largest array that is kept for the next request. Heads are rarely larger, and idle connections should be small. */
    private static final int MOST_KEPT = 4 * 1024;
    private static final byte[] HOST = Utf8.encode("Host: ");
    private static final byte[] VERSION = Utf8.encode(" HTTP/1.1\r\n");
    private static final byte[] LINE_END = Utf8.encode("\r\n");
    private static final byte[] LENGTH = Utf8.encode("Content-Length: ");
    private static final byte[] ACCEPT = Utf8.encode("Accept: */*\r\n");
    private static final byte[] SPACE = Utf8.encode(" ");

    private final byte[] host;
    private final byte[] userAgent;
    private byte[] bytes = {};
    private int length;

    /**
     * @param authority value of the Host header; empty if the program supplied its own transport (RFC 9112 section 3.2)
     * @param userAgent value of the User-Agent header
     */
    RequestHead(String authority, String userAgent) {
        this.host = Utf8.encode("Host: " + authority + "\r\n");
        this.userAgent = Utf8.encode("User-Agent: " + userAgent + "\r\n");
    }

    /** Replaces the previous head. */
    void write(OutgoingRequest request) {
        length = 0;
        if (bytes.length > MOST_KEPT) {
            bytes = new byte[0];
        }
        append(request.method());
        append(SPACE);
        append(request.target());
        append(VERSION);
        for (int i = 0; i < request.headers().size(); i++) {
            append(request.headers().get(i));
            append(LINE_END);
        }
        if (!request.has("Host")) {
            appendHost(request);
        }
        if (hasLength(request) && !request.has("Content-Length")) {
            append(LENGTH);
            append(request.bodyLength());
            append(LINE_END);
        }
        appendUnlessGiven(request, "User-Agent", userAgent);
        appendUnlessGiven(request, "Accept", ACCEPT);
        append(LINE_END);
    }

    /** Appends the authority of the target if it has one (RFC 9112 section 3.2), otherwise that of the origin. */
    private void appendHost(OutgoingRequest request) {
        String target = request.target();
        if (target.startsWith("/") || target.equals("*")) {
            append(host);
            return;
        }
        int start = request.method().equals("CONNECT") ? 0 : target.indexOf("//") + 2;
        int end = start;
        while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
            end++;
        }
        append(HOST);
        append(target.substring(start, end));
        append(LINE_END);
    }

    /** @return whether to send Content-Length: methods that expect content send it even if the content is empty (RFC 9110 section 8.6) */
    private static boolean hasLength(OutgoingRequest request) {
        return request.bodyLength() > 0 || switch (request.method()) {
            case "POST", "PUT", "PATCH" -> true;
            default -> false;
        };
    }

    private void appendUnlessGiven(OutgoingRequest request, String name, byte[] line) {
        if (!request.has(name)) {
            append(line);
        }
    }

    private void append(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private void append(String text) {
        int count = text.length();
        reserve(count);
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                append(FieldText.encode(text)); // begins at the same index, so it overwrites the ASCII characters written by this loop
                return;
            }
            bytes[length + i] = (byte) c;
        }
        length += count;
    }

    private void append(long number) {
        if (number > 9) {
            append(number / 10);
        }
        reserve(1);
        bytes[length++] = (byte) ('0' + number % 10);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    /** @return length of the head in bytes */
    int length() {
        return length;
    }

    /** Copies bytes from index {@code from} on, as many as fit into {@code out}. */
    void copy(int from, ByteBuffer out) {
        out.put(bytes, from, Math.min(length - from, out.remaining()));
    }
}
