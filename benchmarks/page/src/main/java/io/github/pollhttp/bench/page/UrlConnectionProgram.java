package io.github.pollhttp.bench.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;

import org.teavm.jso.JSExport;

/** What a TeaVM program has without this library: the JDK's HttpURLConnection over XMLHttpRequest, waiting in a thread of TeaVM's. */
public final class UrlConnectionProgram {
    private static final byte[] PIECE = new byte[64 * 1024];
    private static String origin;
    private static volatile boolean over;
    private static double received;
    private static String fault;

    private UrlConnectionProgram() {}

    /** TeaVM wants a main class; the exports are what is used. */
    public static void main(String[] args) {}

    /** There is nothing to connect. */
    @JSExport
    public static boolean connect(int port, boolean direct) {
        origin = "http://127.0.0.1:" + port;
        return true;
    }

    /** Begins a GET. */
    @JSExport
    public static void start(String path) {
        over = false;
        received = 0;
        fault = null;
        new Thread(() -> {
            try {
                get(path);
            } catch (IOException e) {
                fault = "it failed: " + e.getMessage();
            }
            over = true;
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

    /** As {@link PollHttpProgram} does it. */
    private static void take(int count) {
        if (count > 0 && (PIECE[0] != (byte) (received % 251)
                || PIECE[count - 1] != (byte) ((received + count - 1) % 251))) {
            fault = "the body is wrong behind " + received;
        }
        received += count;
    }

    /** True when the answer is whole, or will never be. */
    @JSExport
    public static boolean frame() {
        return over;
    }

    /** How many bytes came. */
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
