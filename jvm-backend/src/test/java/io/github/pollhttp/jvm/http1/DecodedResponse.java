package io.github.pollhttp.jvm.http1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntUnaryOperator;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.spi.ResponseHead;

/**
 * The engine's result for the bytes of a response that are followed by the end of the stream. Decoding also checks what must hold for any bytes: each
 * call makes progress, {@link ProtocolException} is the only exception, and the body is not larger than the received bytes.
 *
 * @param head     the head, or null if it was not complete
 * @param body     the decoded body, a character for each byte
 * @param end      {@code ENDED}, or the reason of the failure
 * @param reusable whether the connection can serve another request
 */
record DecodedResponse(ResponseHead head, String body, String end, boolean reusable) {
    static final String ENDED = "ENDED";

    /** Calls allowed beyond one for each byte in and one for each byte out, for changes of state. */
    private static final int EXTRA_CALLS = 20;

    /** @param pieces returns the size of the next piece, given the number of remaining bytes; also the size of the next body buffer */
    static DecodedResponse of(Method method, byte[] wire, IntUnaryOperator pieces, ResponseLimits limits) {
        return of(ResponseFeeder.exchange(method, limits), wire, pieces);
    }

    /** @param exchange an exchange whose request has been sent */
    static DecodedResponse of(Http1Exchange exchange, byte[] wire, IntUnaryOperator pieces) {
        return new Decoder(exchange, pieces).feed(wire);
    }

    private static final class Decoder {
        private final Http1Exchange exchange;
        private final IntUnaryOperator pieces;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private ResponseHead head;
        private int calls;

        Decoder(Http1Exchange exchange, IntUnaryOperator pieces) {
            this.exchange = exchange;
            this.pieces = pieces;
        }

        DecodedResponse feed(byte[] wire) {
            String end = ENDED;
            int at = 0;
            try {
                while (at < wire.length && !isOver()) {
                    int count = pieces.applyAsInt(wire.length - at);
                    ByteBuffer in = ByteBuffer.wrap(wire, at, count);
                    take(in);
                    at += count - in.remaining();
                }
                endOfStream();
            } catch (ProtocolException e) {
                end = e.reason().name();
            }
            check(calls <= 2 * wire.length + EXTRA_CALLS, "too many calls for the number of bytes: " + calls);
            check(body.size() <= wire.length, "the body is larger than the received bytes");
            return new DecodedResponse(head, body.toString(StandardCharsets.ISO_8859_1), end,
                    end.equals(ENDED) && at == wire.length && exchange.closeReason() == null);
        }

        private boolean isOver() {
            return exchange.isBodyEnded() || exchange.isHandedOver();
        }

        private void take(ByteBuffer in) throws ProtocolException {
            if (head == null) {
                calls++;
                head = exchange.receiveHead(in);
                check(head != null || !in.hasRemaining(), "an incomplete head must take all bytes");
            }
            while (head != null && in.hasRemaining() && !isOver()) {
                decode(in);
            }
        }

        private void decode(ByteBuffer in) throws ProtocolException {
            ByteBuffer out = ByteBuffer.allocate(pieces.applyAsInt(in.remaining()));
            int before = in.remaining();
            calls++;
            try {
                exchange.decodeBody(in, out);
            } finally {
                body.write(out.array(), 0, out.position());
            }
            check(in.remaining() < before, "a call made no progress");
        }

        private void endOfStream() throws ProtocolException {
            if (head == null) {
                throw ProtocolException.truncated("no head");
            }
            if (!isOver()) {
                exchange.endOfStream();
                check(exchange.isBodyEnded(), "the end of the stream must end the body or fail");
            }
        }

        private static void check(boolean condition, String message) {
            if (!condition) {
                throw new AssertionError(message);
            }
        }
    }

    int code() {
        return head == null ? 0 : head.code();
    }

    List<String> trailers() {
        return head == null ? List.of() : head.trailers();
    }

    /** @return what the head reports about the body and the URL */
    String framing() {
        return head == null ? "" : head.hasBody() + " " + head.bodyLength() + " " + head.isChunked() + " " + head.url();
    }

    /** @return everything that a program can see, in one line; without a head only that, because either of two errors in a head may be found first */
    String visible() {
        if (head == null) {
            return "no head";
        }
        return code() + " " + head.headers() + " " + body + " " + trailers() + " " + end;
    }
}
