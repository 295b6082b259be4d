package io.github.pollhttp.jvm.http1;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.Utf8;

/**
 * Writes the head of a request: request line, the caller's headers as given, then those that are added unless given. The bytes lie in an array
 * that the next request uses again; as text they would cost 1 KB a request.
 */
final class RequestHead {
    /** A head longer than this was an exception, and an idle connection does not keep its array. */
    private static final int MOST_KEPT = 4 * 1024;
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
     * @param authority the value of the Host header; empty if the program brought a transport of its own (RFC 9112 section 3.2)
     */
    RequestHead(String authority, String userAgent) {
        this.host = Utf8.encode("Host: " + authority + "\r\n");
        this.userAgent = Utf8.encode("User-Agent: " + userAgent + "\r\n");
    }

    /** Replaces what was written before. */
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
        appendUnlessGiven(request, "Host", host);
        if (hasLength(request) && !request.has("Content-Length")) {
            append(LENGTH);
            append(request.body().length);
            append(LINE_END);
        }
        appendUnlessGiven(request, "User-Agent", userAgent);
        appendUnlessGiven(request, "Accept", ACCEPT);
        append(LINE_END);
    }

    /** RFC 9110 section 8.6: a method that has a meaning for content announces even an empty one, or servers answer 411. */
    private static boolean hasLength(OutgoingRequest request) {
        return request.body().length > 0 || switch (request.method()) {
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
                append(Utf8.encode(text)); // over what has been written of it
                return;
            }
            bytes[length + i] = (byte) c;
        }
        length += count;
    }

    private void append(int number) {
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

    int length() {
        return length;
    }

    /** Copies what follows the first bytes, as much as there is room for. */
    void copy(int from, ByteBuffer out) {
        out.put(bytes, from, Math.min(length - from, out.remaining()));
    }
}
