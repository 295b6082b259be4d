package io.github.pollhttp.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.internal.Decimal;
import io.github.pollhttp.internal.HeaderLine;

/**
 * What the scripted network does with a request: a response, slow or broken if the test wants it, a failure, or silence. Immutable: each method returns
 * a new reply.
 *
 * <pre>{@code
 * Reply level = Reply.of(200, "{\"title\":\"Cave\"}", "Content-Type: application/json");
 * Reply slow = level.after(2); // the head arrives after two seconds
 * Reply picture = Reply.of(200, new byte[60_000]).atRate(20_000); // takes three seconds
 * Reply broken = Reply.of(200, "half of", "Content-Length: 20").thenFails(Reason.CONNECTION_RESET);
 * Reply stalled = Reply.of(200, "half of").pause(1).then(" the level").thenSilence();
 * Reply away = Reply.failure(Reason.REFUSED);
 * }</pre>
 *
 * <p>
 * Times are in seconds of the network's clock. They count from the moment in which the network receives the request.
 */
public final class Reply {
    private static final double FRAMES = 60;

    /** Null if no response arrives. */
    private final Head head;
    private final double delay;
    private final List<Part> parts;
    private final End end;

    private Reply(Head head, double delay, List<Part> parts, End end) {
        this.head = head;
        this.delay = delay;
        this.parts = List.copyOf(parts);
        this.end = end;
    }

    /** @param headers those that the test has given */
    record Head(int code, List<String> headers) {
        boolean has(String name) {
            return HeaderLine.has(headers, name);
        }

        boolean isChunked() {
            return has("Transfer-Encoding");
        }
    }

    /** A pause in seconds, and the bytes that arrive after it. */
    record Part(double pause, byte[] bytes, int offset, int length) {
        static Part of(double pause, byte[] bytes) {
            return new Part(pause, bytes, 0, bytes.length);
        }
    }

    /** What follows the last byte. Both are absent after a complete body. */
    record End(boolean silent, Fault fault) {
        static final End COMPLETE = new End(false, null);
        static final End SILENT = new End(true, null);

        static End of(Fault fault) {
            return fault.isSilence() ? SILENT : new End(false, fault);
        }

        /** The failure that ends the connecting, or null. */
        Fault connectFault() {
            return fault != null && fault.isBeforeRequest() ? fault : null;
        }
    }

    // Responses

    /**
     * Creates a response with a text.
     *
     * @param code    the status code, 200 to 599
     * @param body    the body, which is sent in UTF-8; empty for none
     * @param headers header lines, each {@code Name: value}. {@code Content-Length} is added to a body that is complete, unless it is among them. If it
     *                announces more bytes than there are, the body is truncated ({@link Reason#BODY_TRUNCATED})
     * @return the reply
     * @throws IllegalArgumentException if the code or a header is invalid
     */
    public static Reply of(int code, String body, String... headers) {
        return of(code, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /**
     * Creates a response with bytes.
     *
     * @param code    the status code, 200 to 599
     * @param body    the body, which is not copied; empty for none
     * @param headers header lines, each {@code Name: value}; for {@code Content-Length}, see {@link #of(int, String, String...)}
     * @return the reply
     * @throws IllegalArgumentException if the code or a header is invalid
     */
    public static Reply of(int code, byte[] body, String... headers) {
        if (code < 200 || code > 599) {
            throw new IllegalArgumentException("the status code of a reply must be 200 to 599; it is " + code + ".");
        }
        for (String line : headers) {
            String message = HeaderLine.rejectionMessage(line);
            if (message != null) {
                throw new IllegalArgumentException(message);
            }
        }
        List<String> lengths = HeaderLine.values(List.of(headers), "Content-Length");
        if (lengths.size() > 1 || lengths.size() == 1 && Decimal.parse(lengths.get(0), Long.MAX_VALUE) < 0) {
            throw new IllegalArgumentException("Content-Length must be one number; for an invalid response, use "
                    + "Reply.failure(Reason.RESPONSE_MALFORMED).");
        }
        return new Reply(new Head(code, List.of(headers)), 0, List.of(Part.of(0, body)), End.COMPLETE);
    }

    // Failures

    /**
     * Creates a failure in the phase in which it occurs most often, see {@link #failure(Phase, Reason)}.
     *
     * @param reason the reason of the failure
     * @return the reply
     */
    public static Reply failure(Reason reason) {
        return failure(Fault.of(reason));
    }

    /**
     * Creates a failure. One that occurs before a request is sent (in {@code RESOLVE}, {@code CONNECT}, {@code PROXY} or {@code TLS}) ends the next
     * connection that a client opens to the origin of the URL, whatever it wants to request there. {@link Reason#TIMEOUT} does not come by itself: the
     * network stays silent, and the program's own timeout ends the request.
     *
     * <p>
     * A scripted browser hides most reasons, as browsers do: the program gets {@link Reason#NETWORK_OR_CORS}.
     *
     * @param phase  the phase
     * @param reason the reason. Those from {@code MIXED_CONTENT} on need a network that behaves like a browser
     * @return the reply
     * @throws IllegalArgumentException if the reason does not occur in this phase
     */
    public static Reply failure(Phase phase, Reason reason) {
        return failure(new Fault(phase, reason));
    }

    private static Reply failure(Fault fault) {
        if (fault.phase() == Phase.BODY) {
            throw new IllegalArgumentException("a failure in the body follows a response: call thenFails on it.");
        }
        boolean waits = fault.isSilence() && !fault.isBeforeRequest();
        return new Reply(null, 0, List.of(), waits ? End.SILENT : new End(false, fault));
    }

    /**
     * Creates a reply that never arrives. The request waits until a timeout of the program ends it.
     *
     * @return the reply
     */
    public static Reply silence() {
        return new Reply(null, 0, List.of(), End.SILENT);
    }

    // Time

    /**
     * Delays the head of the response, or the failure.
     *
     * @param seconds the delay in seconds, 0 or more
     * @return the slower reply
     */
    public Reply after(double seconds) {
        ManualClock.nanos(seconds);
        return new Reply(head, seconds, parts, end);
    }

    /**
     * Adds a pause in the body.
     *
     * @param seconds the time in seconds from the bytes before to the bytes or the end after it, 0 or more
     * @return the longer reply
     */
    public Reply pause(double seconds) {
        ManualClock.nanos(seconds);
        return with(Part.of(seconds, new byte[0]));
    }

    /**
     * Adds text to the body.
     *
     * @param text the text, which is sent in UTF-8
     * @return the longer reply
     */
    public Reply then(String text) {
        return then(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds bytes to the body.
     *
     * @param bytes the bytes, which are not copied
     * @return the longer reply
     */
    public Reply then(byte[] bytes) {
        return with(Part.of(0, bytes));
    }

    private Reply with(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return withBody(more, end);
    }

    /** @throws IllegalStateException if this reply is a failure, or a silence */
    private Reply withBody(List<Part> all, End ending) {
        if (head == null) {
            throw new IllegalStateException("only a response has a body.");
        }
        return new Reply(head, delay, all, ending);
    }

    /**
     * Limits the speed of the bytes that the body has so far. They arrive in 60 pieces a second.
     *
     * @param bytesPerSecond the speed, 60 or more
     * @return the slower reply
     * @throws IllegalArgumentException if the speed is too low
     */
    public Reply atRate(double bytesPerSecond) {
        if (!(bytesPerSecond >= FRAMES)) {
            throw new IllegalArgumentException(
                    "the rate must be 60 bytes a second or more; it is " + bytesPerSecond + ".");
        }
        int size = (int) Math.min(Integer.MAX_VALUE, bytesPerSecond / FRAMES);
        List<Part> slow = new ArrayList<>();
        for (Part part : parts) {
            slow.add(Part.of(part.pause(), new byte[0]));
            for (int sent = 0; sent < part.length(); sent += size) {
                int count = Math.min(size, part.length() - sent);
                slow.add(new Part(count / bytesPerSecond, part.bytes(), part.offset() + sent, count));
            }
        }
        return withBody(slow, end);
    }

    // Ends

    /**
     * Breaks the response off after its last byte.
     *
     * @param reason {@code BODY_TRUNCATED}, {@code CONNECTION_RESET}, {@code RESPONSE_MALFORMED}, {@code RESPONSE_TOO_LARGE}, {@code TLS_PROTOCOL},
     *               or {@code TIMEOUT}, which is the same as {@link #thenSilence()}
     * @return the broken reply
     * @throws IllegalArgumentException if the reason does not occur in a body
     */
    public Reply thenFails(Reason reason) {
        return withBody(parts, End.of(new Fault(Phase.BODY, reason)));
    }

    /**
     * Keeps the response open after its last byte. No more bytes arrive, and no end. An event stream that stays open ends like this.
     *
     * @return the endless reply
     */
    public Reply thenSilence() {
        return withBody(parts, End.SILENT);
    }

    // What the network reads

    /** Null if no response arrives. */
    Head head() {
        return head;
    }

    long delayNanos() {
        return ManualClock.nanos(delay);
    }

    List<Part> parts() {
        return parts;
    }

    End end() {
        return end;
    }

    /** The headers that are sent: those of the test, and the length of a complete body. */
    List<String> sentHeaders() {
        boolean hasLength = head.code() != 204 && head.code() != 304 && end == End.COMPLETE;
        if (!hasLength || head.has("Content-Length") || head.has("Transfer-Encoding")) {
            return head.headers();
        }
        return HeaderLine.joined(head.headers(),
                List.of("Content-Length: " + parts.stream().mapToLong(Part::length).sum()));
    }
}
