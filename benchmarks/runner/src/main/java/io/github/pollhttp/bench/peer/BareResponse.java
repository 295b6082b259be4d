package io.github.pollhttp.bench.peer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.github.pollhttp.bench.wire.Answer;
import io.github.pollhttp.bench.wire.Path;

/**
 * Parses as little of a response as a client has to: the end of the head, the code, and the length or the chunks. It trusts the server, has no limits
 * and ignores all other fields, so its cost is a lower bound.
 */
final class BareResponse {
    private static final byte[] LENGTH = "\ncontent-length: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "\ntransfer-encoding: chunked".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FIELD = ("\n" + Path.FIELD.toLowerCase(Locale.ROOT) + ": ")
            .getBytes(StandardCharsets.US_ASCII);
    private static final int CODE_AT = "HTTP/1.1 ".length();
    private static final int CHUNK_END = 2; // CRLF

    private final byte[] head = new byte[4 * 1024];
    private Answer answer;
    private int headLength;
    private boolean inHead;
    private boolean chunked;
    private long left;
    private long size;
    private int skip;
    private boolean last;

    void begin(Answer next) {
        answer = next;
        headLength = 0;
        inHead = true;
        last = false;
    }

    /**
     * Parses all received bytes.
     *
     * @return true if the response is complete
     */
    boolean take(ByteBuffer in) throws IOException {
        if (inHead && !takeHead(in)) {
            return false;
        }
        return chunked ? takeChunks(in) : takeBody(in);
    }

    private boolean takeHead(ByteBuffer in) throws IOException {
        int from = headLength;
        int count = Math.min(in.remaining(), head.length - headLength);
        in.get(head, headLength, count);
        headLength += count;
        for (int i = Math.max(from, 3); i < headLength; i++) {
            if (head[i] == '\n' && head[i - 2] == '\n') {
                in.position(in.position() - (headLength - i - 1));
                headLength = i + 1;
                endHead();
                return true;
            }
        }
        if (headLength == head.length) {
            throw new IOException("the head is too large");
        }
        return false;
    }

    private void endHead() {
        inHead = false;
        answer.begin((head[CODE_AT] - '0') * 100 + (head[CODE_AT + 1] - '0') * 10 + head[CODE_AT + 2] - '0');
        if (answer.wantsField()) {
            answer.takeField(value(FIELD));
        }
        int at = find(LENGTH);
        chunked = at < 0 && find(CHUNKED) >= 0;
        left = 0;
        size = 0;
        skip = 0;
        for (int i = at + LENGTH.length; at >= 0 && head[i] != '\r'; i++) {
            left = left * 10 + head[i] - '0';
        }
    }

    private String value(byte[] lowerCase) {
        int at = find(lowerCase);
        if (at < 0) {
            return null;
        }
        int from = at + lowerCase.length;
        int to = from;
        while (head[to] != '\r') {
            to++;
        }
        return new String(head, from, to - from, StandardCharsets.US_ASCII);
    }

    /** Finds a field name. A field name begins a line, so it is compared only with the bytes after a line feed. */
    private int find(byte[] lowerCase) {
        for (int i = 0; i < headLength - lowerCase.length; i++) {
            if (head[i] == '\n') {
                int same = 1;
                while (same < lowerCase.length && (head[i + same] | 0x20) == lowerCase[same]) {
                    same++;
                }
                if (same == lowerCase.length) {
                    return i;
                }
            }
        }
        return -1;
    }

    private boolean takeBody(ByteBuffer in) {
        left -= in.remaining();
        answer.take(in);
        in.position(in.limit());
        if (left > 0) {
            return false;
        }
        answer.end();
        return true;
    }

    private boolean takeChunks(ByteBuffer in) {
        while (in.hasRemaining()) {
            if (left > 0) {
                int count = (int) Math.min(left, in.remaining());
                int limit = in.limit();
                answer.take(in.limit(in.position() + count));
                in.limit(limit).position(in.position() + count);
                left -= count;
                skip = left == 0 ? CHUNK_END : 0;
            } else if (skip > 0) {
                in.get();
                skip--;
                if (skip == 0 && last) {
                    answer.end();
                    return true;
                }
            } else {
                takeSize(in.get());
            }
        }
        return false;
    }

    private void takeSize(byte b) {
        if (b == '\n') {
            left = size;
            last = size == 0;
            size = 0;
            skip = last ? CHUNK_END : 0;
        } else if (b != '\r') {
            size = size * 16 + Character.digit(b, 16);
        }
    }
}
