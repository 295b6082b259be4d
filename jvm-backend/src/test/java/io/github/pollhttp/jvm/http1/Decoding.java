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
 * What the engine makes of the bytes of a response and the end of the stream behind them. On the way it checks what holds for any bytes:
 * each call goes on, nothing but a {@link ProtocolException} comes out, and no more body than there were bytes.
 *
 * @param head     null if there is none
 * @param end      {@code ENDED} or the reason of a failure
 * @param reusable whether the connection serves another request
 */
record Decoding(ResponseHead head, String body, String end, boolean reusable) {
    static final String ENDED = "ENDED";

    /** Each byte is a call at most, in and out; a few come on top where a state changes. */
    private static final int CALLS_BESIDE = 20;

    /** @param pieces how large the next piece is, of so many bytes left; the buffer for the body is as large */
    static Decoding of(Method method, byte[] wire, IntUnaryOperator pieces, ResponseLimits limits) {
        return of(Feeding.exchange(method, limits), wire, pieces);
    }

    /** @param exchange one that has asked */
    static Decoding of(Http1Exchange exchange, byte[] wire, IntUnaryOperator pieces) {
        return new Run(exchange, pieces).feed(wire);
    }

    private static final class Run {
        private final Http1Exchange exchange;
        private final IntUnaryOperator pieces;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private ResponseHead head;
        private int calls;

        Run(Http1Exchange exchange, IntUnaryOperator pieces) {
            this.exchange = exchange;
            this.pieces = pieces;
        }

        Decoding feed(byte[] wire) {
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
            check(calls <= 2 * wire.length + CALLS_BESIDE, "the calls are more than the bytes: " + calls);
            check(body.size() <= wire.length, "the body is larger than the wire");
            return new Decoding(head, body.toString(StandardCharsets.ISO_8859_1), end,
                    end.equals(ENDED) && at == wire.length && exchange.closeReason() == null);
        }

        private boolean isOver() {
            return exchange.isBodyEnded() || exchange.isHandedOver();
        }

        private void take(ByteBuffer in) throws ProtocolException {
            if (head == null) {
                calls++;
                head = exchange.receiveHead(in);
                check(head != null || !in.hasRemaining(), "a head that is not complete leaves bytes");
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
            check(in.remaining() < before, "a call does nothing");
        }

        private void endOfStream() throws ProtocolException {
            if (head == null) {
                throw ProtocolException.truncated("no head");
            }
            if (!isOver()) {
                exchange.endOfStream();
                check(exchange.isBodyEnded(), "the end of the stream ends the body, well or not");
            }
        }

        private static void check(boolean condition, String otherwise) {
            if (!condition) {
                throw new AssertionError(otherwise);
            }
        }
    }

    int code() {
        return head == null ? 0 : head.code();
    }

    List<String> trailers() {
        return head == null ? List.of() : head.trailers();
    }

    /** What the head says of the body. */
    String framing() {
        return head == null ? "" : head.hasBody() + " " + head.bodyLength() + " " + head.isChunked() + " " + head.url();
    }

    /** All that a program can see, in one line. Which of two faults in a head is found first is left open. */
    String visible() {
        if (head == null) {
            return "no head";
        }
        return code() + " " + head.headers() + " " + body + " " + trailers() + " " + end;
    }
}
