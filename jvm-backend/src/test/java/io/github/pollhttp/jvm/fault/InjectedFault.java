package io.github.pollhttp.jvm.fault;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import io.github.pollhttp.jvm.testing.WireResponse;

/**
 * What goes wrong with a response, and at which of its bytes: the request's path carries it to the server.
 *
 * @param kind     what happens
 * @param position how many bytes of the response come before
 * @param mask     the bits that are turned over; 0 for a kind that turns none
 */
record InjectedFault(Kind kind, int position, int mask) {
    /** Upper and lower case, one number for the next, and ASCII for what is not. */
    private static final int[] MASKS = {0x20, 0x01, 0x80};

    enum Kind {
        /** The server ends the stream. */
        TRUNCATE,
        /** The server resets the connection. */
        RESET,
        /** The server falls silent, and the read timeout passes. */
        STALL_UNTIL_TIMEOUT,
        /** The server falls silent, and the program closes. */
        STALL_UNTIL_CLOSE,
        /** One byte is another one; then the stream ends. */
        CORRUPT
    }

    /** The fault at every byte of a response; the place behind the last one is included where there is something to do there. */
    static Stream<InjectedFault> atEveryByteOf(Kind kind, WireResponse response) {
        if (kind == Kind.CORRUPT) {
            return IntStream.range(0, response.length()).boxed()
                    .flatMap(at -> IntStream.of(MASKS).mapToObj(mask -> new InjectedFault(kind, at, mask)));
        }
        return IntStream.rangeClosed(0, response.length()).mapToObj(at -> new InjectedFault(kind, at, 0));
    }

    String path(String response) {
        return "/" + response + "/" + kind + "/" + position + "/" + mask;
    }

    static InjectedFault ofPath(String path) {
        String[] parts = path.split("/");
        return new InjectedFault(Kind.valueOf(parts[2]), Integer.parseInt(parts[3]), Integer.parseInt(parts[4]));
    }
}
