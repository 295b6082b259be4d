package io.github.pollhttp.bench.page;

import java.nio.ByteBuffer;
import java.util.List;

import org.teavm.jso.JSExport;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;

/** PollHTTP in the browser. The script of the page starts a GET and calls {@link #frame} until the GET has ended. */
public final class PollHttpProgram {
    private static final int ARRAY_LENGTH = 16 * 1024 * 1024;
    private static final int BUFFER_LENGTH = 256 * 1024;

    /** Null in JavaScript, where a chunk of the browser becomes an array without a copy. WasmGC is faster with a direct buffer. */
    private static ByteBuffer buffer;
    private static HTTPClient client;
    private static long received;
    private static String failure;

    private PollHttpProgram() {}

    /** Does nothing. TeaVM needs a main class, but the page only calls the exported methods. */
    public static void main(String[] args) {}

    /** Connects at the first call. The page calls it until it returns true, which means connected. */
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

    /** Starts a GET. */
    @JSExport
    public static void start(String path) {
        received = 0;
        failure = null;
        if (client.request(Method.METHOD_GET, path, List.of()) != ErrorCode.OK) {
            failure = "the request was rejected: " + client.getRejection();
        }
    }

    /** Reads what has arrived, without waiting. True when the response is complete or has failed. */
    @JSExport
    public static boolean frame() {
        if (failure != null) {
            return true;
        }
        client.poll();
        while (client.getStatus() == Status.STATUS_BODY) {
            if (read() == 0 && client.getStatus() == Status.STATUS_BODY) {
                return false;
            }
        }
        if (client.getFailure() != null) {
            failure = client.getFailure().message();
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

    /** Checks the first and the last byte of a piece: byte i of the body is i mod 251. */
    private static int take(byte first, byte last, int count) {
        if (first != (byte) (received % 251) || last != (byte) ((received + count - 1) % 251)) {
            failure = "the body is wrong after " + received + " bytes";
        }
        received += count;
        return count;
    }

    /** Bytes received so far. A double, because JavaScript does not get a long as a number. */
    @JSExport
    public static double received() {
        return received;
    }

    /** The reason why the last GET failed, or null. */
    @JSExport
    public static String failure() {
        return failure;
    }
}
