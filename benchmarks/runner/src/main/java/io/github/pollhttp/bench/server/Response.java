package io.github.pollhttp.bench.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.github.pollhttp.bench.wire.Path;
import io.github.pollhttp.bench.wire.Pattern;

/**
 * The bytes of a response: a start, then a repeated pattern, then an end. A response is built once and kept, so that the server only has to write it.
 *
 * @param start  the head, with the body if it is small
 * @param cycle  the repeated bytes, in a direct buffer with the position 0
 * @param length the number of bytes to send from the repeated pattern
 * @param end    the last chunk; empty if the body is not chunked
 * @param gate   the number of requests that must arrive before the response is sent; 1 to send it at once
 */
record Response(byte[] start, ByteBuffer cycle, long length, byte[] end, int gate) {
    private static final int MOST_AT_ONCE = 32 * 1024;
    private static final byte[] NOTHING = {};
    private static final ByteBuffer PLAIN_CYCLE = direct(Pattern.bytes(Pattern.PERIOD * 4096));
    private static final String USUAL_FIELDS = "Server: bench\r\nDate: Mon, 23 Nov 2026 00:00:00 GMT\r\n"
            + "Content-Type: application/octet-stream\r\nCache-Control: no-store\r\n";
    private static final int USUAL_COUNT = 4;

    /** Returns the response to a request target; 404 if the server does not know it. */
    static Response of(String target) {
        String[] parts = target.substring(1).split("/");
        return switch (parts[0]) {
            case "plain" -> plain(USUAL_COUNT + 1, Long.parseLong(parts[1]), 1);
            case "fields" -> plain(Integer.parseInt(parts[1]), Long.parseLong(parts[2]), 1);
            case "chunked" -> chunked(Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
            case "gate" -> plain(USUAL_COUNT + 1, Path.SMALL, Integer.parseInt(parts[1]));
            case "upload" -> plain(USUAL_COUNT + 1, Path.SMALL, 1);
            case "bench" -> Pages.response(target);
            default -> error(404);
        };
    }

    static Response error(int code) {
        return new Response(ascii("HTTP/1.1 " + code + " Error\r\nContent-Length: 0\r\n\r\n"), PLAIN_CYCLE, 0, NOTHING,
                1);
    }

    static Response whole(byte[] bytes) {
        return new Response(bytes, PLAIN_CYCLE, 0, NOTHING, 1);
    }

    private static Response plain(int fields, long length, int gate) {
        byte[] head = ascii(head(fields - 1) + "Content-Length: " + length + "\r\n\r\n");
        if (length > MOST_AT_ONCE) {
            return new Response(head, PLAIN_CYCLE, length, NOTHING, gate);
        }
        byte[] start = ByteBuffer.allocate(head.length + (int) length).put(head).put(Pattern.bytes((int) length))
                .array();
        return new Response(start, PLAIN_CYCLE, 0, NOTHING, gate);
    }

    /** The cycle has as many chunks as the pattern has bytes, because after them a chunk again begins with the first byte of the pattern. */
    private static Response chunked(int chunk, long length) {
        byte[] size = ascii(Integer.toHexString(chunk) + "\r\n");
        int frame = size.length + chunk + 2;
        ByteBuffer cycle = ByteBuffer.allocateDirect(frame * Pattern.PERIOD);
        byte[] pattern = Pattern.bytes(chunk + Pattern.PERIOD);
        for (long i = 0; i < Pattern.PERIOD; i++) {
            cycle.put(size).put(pattern, (int) (i * chunk % Pattern.PERIOD), chunk).put((byte) '\r').put((byte) '\n');
        }
        byte[] head = ascii(head(USUAL_COUNT) + "Transfer-Encoding: chunked\r\n\r\n");
        return new Response(head, cycle.clear(), length / chunk * frame, ascii("0\r\n\r\n"), 1);
    }

    private static String head(int fields) {
        StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n" + USUAL_FIELDS);
        for (int i = USUAL_COUNT; i < fields; i++) {
            head.append("X-Field-").append(i).append(": the value of field number ").append(i).append("\r\n");
        }
        return head.toString();
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).clear();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
