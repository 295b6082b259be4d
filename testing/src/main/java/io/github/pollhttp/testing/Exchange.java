package io.github.pollhttp.testing;

import java.nio.ByteBuffer;
import java.util.List;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.spi.BackendFailure;

/** One request and its reply, as far as the reply has arrived by the clock. */
final class Exchange {
    private final Arrival arrival;
    private final ManualClock clock;
    private final long headAt;

    /** The bytes that the body has; -1 if the end of the reply is the end of the body. */
    private final long length;

    private int part;
    private int taken;
    private long partAt;
    private long read;

    /**
     * The outcome of a request.
     *
     * @param head    what the program sees of the head; null if no response arrives
     * @param delay   nanoseconds until the head or the failure
     * @param parts   the body
     * @param silent  whether nothing follows the body, or arrives instead of a response
     * @param failure what follows the body, or happens instead of a response; null if nothing fails
     */
    record Arrival(ScriptedHead head, long delay, List<Reply.Part> parts, boolean silent, BackendFailure failure) {
        static Arrival failed(long delay, BackendFailure failure) {
            return new Arrival(null, delay, List.of(), false, failure);
        }

        static Arrival silence() {
            return new Arrival(null, 0, List.of(), true, null);
        }

        /** Adds a failure if the body ends before its length. */
        Arrival orFailing(long length, BackendFailure truncated) {
            long sent = parts.stream().mapToLong(Reply.Part::length).sum();
            boolean endsEarly = length > sent && !silent && failure == null;
            return endsEarly ? new Arrival(head, delay, parts, false, truncated) : this;
        }
    }

    /** @param truncated happens if the body is shorter than its length */
    Exchange(Arrival arrival, Method method, ManualClock clock, BackendFailure truncated) {
        this.length = method == Method.METHOD_HEAD ? 0 : announced(arrival.head());
        this.arrival = arrival.orFailing(length, truncated);
        this.clock = clock;
        this.headAt = clock.nanoTime() + arrival.delay();
        this.partAt = headAt;
        skipEmptyParts();
    }

    private static long announced(ScriptedHead head) {
        return head == null || !head.hasBody() ? -1 : Sender.length(head.headers());
    }

    private boolean isDue(long time) {
        return clock.nanoTime() - time >= 0;
    }

    /** @return null before it has arrived */
    ScriptedHead head() {
        return isDue(headAt) ? arrival.head() : null;
    }

    /** @return the number of bytes; 0 if none are there */
    int read(ByteBuffer target) {
        int count = 0;
        while (target.hasRemaining() && !isComplete() && part < arrival.parts().size() && isDue(partAt())) {
            Reply.Part from = arrival.parts().get(part);
            int piece = Math.min(target.remaining(), from.length() - taken);
            if (length >= 0) {
                piece = (int) Math.min(piece, length - read);
            }
            target.put(from.bytes(), from.offset() + taken, piece);
            taken += piece;
            read += piece;
            count += piece;
            skipEmptyParts();
        }
        return count;
    }

    /** When the bytes of the current part arrive, or, after the last part, the end. */
    private long partAt() {
        return part < arrival.parts().size() ? partAt + pause(arrival.parts().get(part)) : partAt;
    }

    private static long pause(Reply.Part part) {
        return ManualClock.nanos(part.pause());
    }

    private void skipEmptyParts() {
        while (part < arrival.parts().size() && taken == arrival.parts().get(part).length()) {
            partAt += pause(arrival.parts().get(part));
            part++;
            taken = 0;
        }
    }

    /** @return the number of bytes that the response announces, or -1 */
    long length() {
        return length;
    }

    private boolean isComplete() {
        return length >= 0 && read == length;
    }

    /** Whether the program has read the last byte of a body that is complete. */
    boolean isEnded() {
        boolean endsHere = part == arrival.parts().size() && !arrival.silent() && arrival.failure() == null;
        return isComplete() || endsHere && isDue(partAt());
    }

    /** @return null unless it is due, and the program has read all bytes before it */
    BackendFailure failure() {
        return part == arrival.parts().size() && !isComplete() && isDue(partAt()) ? arrival.failure() : null;
    }

    boolean closesConnection() {
        return HeaderLine.values(arrival.head().headers(), "Connection").contains("close");
    }

    /** A number that changes when bytes arrive. */
    long activity() {
        return (head() == null ? 0 : 1) + read + (part < arrival.parts().size() && isDue(partAt()) ? 1 : 0);
    }
}
