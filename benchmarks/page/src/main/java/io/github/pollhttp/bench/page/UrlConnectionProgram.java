package io.github.pollhttp.bench.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;

import org.teavm.jso.JSExport;

/** The alternative without PollHTTP: TeaVM's HttpURLConnection, which uses XMLHttpRequest and waits in a TeaVM thread. */
public final class UrlConnectionProgram {
    private static final byte[] PIECE = new byte[64 * 1024];
    private static String origin;
    private static volatile boolean ended;
    private static double received;
    private static String failure;

    private UrlConnectionProgram() {}

    /** Does nothing. TeaVM needs a main class, but the page only calls the exported methods. */
    public static void main(String[] args) {}

    /** Only stores the address, because HttpURLConnection connects with the request. */
    @JSExport
    public static boolean connect(int port, boolean direct) {
        origin = "http://127.0.0.1:" + port;
        return true;
    }

    /** Starts a GET. */
    @JSExport
    public static void start(String path) {
        ended = false;
        received = 0;
        failure = null;
        new Thread(() -> {
            try {
                get(path);
            } catch (IOException e) {
                failure = "the request failed: " + e.getMessage();
            }
            ended = true;
        }).start();
    }

    private static void get(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(origin + path).openConnection();
        InputStream in = connection.getInputStream();
        for (int count = in.read(PIECE); count >= 0; count = in.read(PIECE)) {
            take(count);
        }
        in.close();
    }

    /** Checks the first and the last byte of a piece: byte i of the body is i mod 251. */
    private static void take(int count) {
        if (count > 0 && (PIECE[0] != (byte) (received % 251)
                || PIECE[count - 1] != (byte) ((received + count - 1) % 251))) {
            failure = "the body is wrong after " + received + " bytes";
        }
        received += count;
    }

    /** True when the response is complete or has failed. */
    @JSExport
    public static boolean frame() {
        return ended;
    }

    /** Bytes received so far. */
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
