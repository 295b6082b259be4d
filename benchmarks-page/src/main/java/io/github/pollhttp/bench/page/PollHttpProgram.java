package io.github.pollhttp.bench.page;

import java.nio.ByteBuffer;
import java.util.List;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import org.teavm.jso.JSExport;

/** This library in the browser. The page's script begins a GET and calls {@link #frame} until it has ended. */
public final class PollHttpProgram {
    private static final ByteBuffer PIECE = ByteBuffer.allocate(64 * 1024);
    private static HTTPClient client;
    private static long received;
    private static String fault;

    private PollHttpProgram() {}

    /** TeaVM wants a main class; the exports are what is used. */
    public static void main(String[] args) {}

    /** Connects, once, and as often as need be until it says true. */
    @JSExport
    public static boolean connect(int port) {
        if (client == null) {
            client = HTTPClient.create();
            client.connectToHost("http://127.0.0.1", port);
        }
        client.poll();
        return client.getStatus() == Status.STATUS_CONNECTED;
    }

    /** Begins a GET. */
    @JSExport
    public static void start(String path) {
        received = 0;
        fault = null;
        if (client.request(Method.METHOD_GET, path, List.of()) != ErrorCode.OK) {
            fault = "the request was refused: " + client.getRefusal();
        }
    }

    /** Does what can be done without waiting. True when the answer is whole, or will never be. */
    @JSExport
    public static boolean frame() {
        if (fault != null) {
            return true;
        }
        client.poll();
        while (client.getStatus() == Status.STATUS_BODY) {
            int count = client.readResponseBodyChunk(PIECE.clear());
            if (count == 0 && client.getStatus() == Status.STATUS_BODY) {
                return false;
            }
            take(PIECE.flip());
        }
        if (client.getFailure() != null) {
            fault = client.getFailure().message();
        }
        return client.getStatus() != Status.STATUS_REQUESTING;
    }

    /** The first and the last byte of each piece are looked at: byte i is i mod 251. */
    private static void take(ByteBuffer piece) {
        int count = piece.remaining();
        if (count > 0 && (piece.get(0) != (byte) (received % 251)
                || piece.get(count - 1) != (byte) ((received + count - 1) % 251))) {
            fault = "the body is wrong behind " + received;
        }
        received += count;
    }

    /** How many bytes came, as a double since a long is no number in JavaScript. */
    @JSExport
    public static double received() {
        return received;
    }

    /** Why the last answer is not right, or null. */
    @JSExport
    public static String fault() {
        return fault;
    }
}
