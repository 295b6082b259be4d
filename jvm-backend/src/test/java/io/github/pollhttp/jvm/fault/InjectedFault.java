package io.github.pollhttp.jvm.fault;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import io.github.pollhttp.jvm.testing.WireResponse;

/**
 * A fault that the server injects into a response at one of its bytes. The path of the request tells the server which.
 *
 * @param kind     the kind of fault
 * @param position number of bytes of the response that are sent unchanged before it
 * @param mask     the bits that are inverted; 0 unless the kind is {@code CORRUPT}
 */
record InjectedFault(Kind kind, int position, int mask) {
    /** They change the case of a letter, the value of a digit, and an ASCII byte into another one. */
    private static final int[] MASKS = {0x20, 0x01, 0x80};

    enum Kind {
        /** The server ends the stream. */
        TRUNCATE,
        /** The server resets the connection. */
        RESET,
        /** The server stops sending, and the read timeout expires. */
        STALL_UNTIL_TIMEOUT,
        /** The server stops sending, and the program closes the client. */
        STALL_UNTIL_CLOSE,
        /** One byte is changed; the stream ends after the response. */
        CORRUPT
    }

    /** The fault at every byte of a response. All kinds but {@code CORRUPT} include the position after the last byte. */
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
