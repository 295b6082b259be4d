package io.github.pollhttp.bench.page;

import java.nio.ByteBuffer;
import java.util.List;

import org.teavm.jso.JSExport;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;

/** This library in the browser. The page's script begins a GET and calls {@link #frame} until it has ended. */
public final class PollHttpProgram {
    private static final int ARRAY_LENGTH = 16 * 1024 * 1024;
    private static final int BUFFER_LENGTH = 256 * 1024;

    /** Null in JavaScript, where a chunk of the browser's becomes an array without being copied; WasmGC is quicker with a direct buffer. */
    private static ByteBuffer buffer;
    private static HTTPClient client;
    private static long received;
    private static String fault;

    private PollHttpProgram() {}

    /** TeaVM wants a main class; the exports are what is used. */
    public static void main(String[] args) {}

    /** Connects, once, and as often as need be until it says true. */
    @JSExport
    public static boolean connect(int port, boolean direct) {
        if (client == null) {
            client = HTTPClient.create();
            buffer = direct ? ByteBuffer.allocateDirect(BUFFER_LENGTH) : null;
            client.setReadChunkSize(direct ? BUFFER_LENGTH : ARRAY_LENGTH);
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
            fault = "the request was refused: " + client.getRejection();
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
            if (read() == 0 && client.getStatus() == Status.STATUS_BODY) {
                return false;
            }
        }
        if (client.getFailure() != null) {
            fault = client.getFailure().message();
        }
        return client.getStatus() != Status.STATUS_REQUESTING;
    }

    private static int read() {
        if (buffer == null) {
            byte[] piece = client.readResponseBodyChunk();
            return piece.length == 0 ? 0 : take(piece[0], piece[piece.length - 1], piece.length);
        }
        int count = client.readResponseBodyChunk(buffer.clear());
        return count == 0 ? 0 : take(buffer.get(0), buffer.get(count - 1), count);
    }

    /** The first and the last byte of each piece are looked at: byte i is i mod 251. */
    private static int take(byte first, byte last, int count) {
        if (first != (byte) (received % 251) || last != (byte) ((received + count - 1) % 251)) {
            fault = "the body is wrong behind " + received;
        }
        received += count;
        return count;
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
