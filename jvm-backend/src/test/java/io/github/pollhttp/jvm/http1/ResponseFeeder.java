package io.github.pollhttp.jvm.http1;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.spi.ResponseHead;

/** Feeds a response to an exchange in pieces, and records the events as text. */
final class ResponseFeeder {
    private static final Random SEEDED = new Random(20261122);

    /** Chooses the size of the next piece, given the number of remaining bytes. */
    interface Cut {
        int next(int left);
    }

    static final Cut WHOLE = left -> left;
    static final Cut BYTE_BY_BYTE = left -> 1;
    static final Cut AT_RANDOM = left -> 1 + SEEDED.nextInt(Math.min(left, 12));

    private final Http1Exchange exchange;
    private final StringBuilder events = new StringBuilder();
    private boolean headSeen;

    private ResponseFeeder(Http1Exchange exchange) {
        this.exchange = exchange;
    }

    static Http1Exchange exchange(Method method, ResponseLimits limits) {
        Http1Exchange exchange = new Http1Exchange("http://host", "host", "test");
        begin(exchange, method, limits);
        return exchange;
    }

    /** Begins a request on a new or used exchange and sends it. */
    static void begin(Http1Exchange exchange, Method method, ResponseLimits limits) {
        try {
            String target = method == Method.METHOD_CONNECT ? "host:1" : "/";
            OutgoingRequest request = OutgoingRequest.of(method.token(), target, List.of(), 0);
            exchange.begin(request, RequestContent.NONE, target, limits);
            exchange.outputSent(exchangeLength(exchange));
        } catch (RejectionException | FailureException e) {
            throw new AssertionError(e);
        }
    }

    private static int exchangeLength(Http1Exchange exchange) throws FailureException {
        ByteBuffer out = ByteBuffer.allocate(1024);
        exchange.copyOutput(out);
        return out.position();
    }

    /**
     * @param closes whether the stream ends after the bytes
     * @return the status code, the body, then {@code ended}, {@code waiting} or the reason of the failure, and the {@link CloseReason} if there is one
     */
    static String of(Method method, String response, boolean closes, Cut cut, ResponseLimits limits) {
        ResponseFeeder feeder = new ResponseFeeder(exchange(method, limits));
        try {
            feeder.feed(response.getBytes(StandardCharsets.ISO_8859_1), closes, cut);
        } catch (ProtocolException e) {
            return feeder.events + e.reason().name();
        }
        Http1Exchange exchange = feeder.exchange;
        String end = exchange.isBodyEnded() ? "ended" : "waiting";
        return feeder.events + end + (exchange.closeReason() == null ? "" : " " + exchange.closeReason());
    }

    private void feed(byte[] bytes, boolean closes, Cut cut) throws ProtocolException {
        int at = 0;
        while (at < bytes.length && !exchange.isBodyEnded()) {
            int count = cut.next(bytes.length - at);
            take(ByteBuffer.wrap(bytes, at, count));
            at += count;
        }
        if (closes && headSeen && !exchange.isBodyEnded()) {
            exchange.endOfStream();
        }
    }

    private void take(ByteBuffer in) throws ProtocolException {
        if (!headSeen) {
            ResponseHead head = exchange.receiveHead(in);
            if (head == null) {
                return;
            }
            headSeen = true;
            events.append(head.code()).append(' ');
        }
        ByteBuffer out = ByteBuffer.allocate(7); // smaller than many bodies, so that the output is cut as well
        int before;
        do {
            before = in.remaining();
            try {
                exchange.decodeBody(in, out.clear());
            } finally {
                events.append(StandardCharsets.ISO_8859_1.decode(out.flip()));
            }
        } while (in.remaining() < before);
        if (exchange.isBodyEnded()) {
            events.append(' ');
        }
    }
}
