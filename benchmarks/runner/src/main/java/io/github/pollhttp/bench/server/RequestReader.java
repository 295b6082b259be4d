package io.github.pollhttp.bench.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.pollhttp.bench.wire.Pattern;

/**
 * Reads the requests of one connection. It expects heads of up to 8 KiB, and bodies with a Content-Length. A head that equals the previous head is
 * not parsed again, because the benchmark must not measure the server.
 */
final class RequestReader {
    private static final int MOST_HEAD = 8 * 1024;
    private static final int END_OF_HEAD = 0x0D0A0D0A;
    private static final Map<String, Response> RESPONSES = new ConcurrentHashMap<>();

    private final byte[] head = new byte[MOST_HEAD];
    private int length;
    private int lastFour;
    private byte[] known = {};
    private Response knownResponse;
    private Response response;
    private long bodyLeft;
    private long bodyTaken;

    /** @return the response to the next complete request, or null if no request is complete */
    Response take(ByteBuffer in) throws IOException {
        if (response == null && length == 0 && isKnown(in)) {
            in.position(in.position() + known.length);
            return knownResponse;
        }
        if (response == null) {
            takeHead(in);
        }
        if (response != null && bodyLeft > 0) {
            takeBody(in);
        }
        if (response == null || bodyLeft > 0) {
            return null;
        }
        Response whole = response;
        response = null;
        return whole;
    }

    private boolean isKnown(ByteBuffer in) {
        return known.length > 0 && in.remaining() >= known.length
                && in.slice(in.position(), known.length).equals(ByteBuffer.wrap(known));
    }

    private void takeHead(ByteBuffer in) throws IOException {
        while (in.hasRemaining()) {
            byte b = in.get();
            if (length == MOST_HEAD) {
                throw new IOException("the head of a request is larger than " + MOST_HEAD + " bytes");
            }
            head[length++] = b;
            lastFour = lastFour << 8 | b & 0xFF;
            if (lastFour == END_OF_HEAD) {
                endHead();
                return;
            }
        }
    }

    private void endHead() {
        String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        String target = text.substring(text.indexOf(' ') + 1, text.indexOf(' ', text.indexOf(' ') + 1));
        response = RESPONSES.computeIfAbsent(target, Response::of);
        bodyLeft = contentLength(text);
        bodyTaken = 0;
        known = bodyLeft == 0 ? Arrays.copyOf(head, length) : new byte[0];
        knownResponse = response;
        length = 0;
        lastFour = 0;
    }

    private static long contentLength(String head) {
        String name = "\r\ncontent-length:";
        int at = head.toLowerCase(Locale.ROOT).indexOf(name);
        if (at < 0) {
            return 0;
        }
        int from = at + name.length();
        return Long.parseLong(head.substring(from, head.indexOf('\r', from)).strip());
    }

    private void takeBody(ByteBuffer in) {
        int count = (int) Math.min(in.remaining(), bodyLeft);
        if (count == 0) {
            return;
        }
        int last = in.position() + count - 1;
        if (in.get(in.position()) != Pattern.at(bodyTaken) || in.get(last) != Pattern.at(bodyTaken + count - 1)) {
            response = Response.error(400);
        }
        bodyTaken += count;
        bodyLeft -= count;
        in.position(in.position() + count);
    }
}
