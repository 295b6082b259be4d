package io.github.pollhttp.e2e.blocking;

import java.util.List;

import org.teavm.jso.JSExport;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;

/** Requests in blocking mode, without a game loop. The page's script starts one and then calls {@link #result}. */
public final class BlockingProgram {
    private static volatile String result;

    private BlockingProgram() {}

    /** Does nothing. TeaVM needs a main class, but the page calls only the exports. */
    public static void main(String[] args) {}

    /** Returns the result of the last start, or null while the program runs. */
    @JSExport
    public static String result() {
        return result;
    }

    /** Requests two paths, one after the other, in a thread. */
    @JSExport
    public static void request(int port, String path, String next) {
        result = null;
        new Thread(() -> {
            try (HTTPClient client = HTTPClient.create()) {
                client.setBlockingMode(true);
                client.setReadTimeout(0.5);
                client.connectToHost("127.0.0.1", port);
                client.poll();
                result = answer(client, path) + ", " + answer(client, next);
            } catch (RuntimeException e) {
                result = e.toString();
            }
        }).start();
    }

    /** Makes each call once, because it returns only when it has a result. */
    private static String answer(HTTPClient client, String path) {
        client.request(Method.METHOD_GET, path, List.of());
        client.poll();
        StringBuilder answer = new StringBuilder();
        answer.append(client.getStatus()).append(' ').append(client.getResponseCode());
        int reads = 0;
        while (client.getStatus() == Status.STATUS_BODY) {
            byte[] chunk = client.readResponseBodyChunk();
            reads++;
            for (byte each : chunk) {
                answer.append((char) each);
            }
            if (chunk.length == 0) {
                answer.append('.');
            }
        }
        if (client.getFailure() != null) {
            answer.append(client.getFailure().reason());
        }
        return answer.append(reads > 8 ? " in-too-many-reads " : " ").append(client.getStatus()).toString();
    }

    /** Enables blocking mode in a call from the browser, which is not a Java thread. */
    @JSExport
    public static String outsideOfAThread() {
        HTTPClient client = HTTPClient.create();
        try {
            client.setBlockingMode(true);
            return "no exception";
        } catch (UnsupportedOperationException e) {
            return client.isBlockingModeEnabled() + " " + e.getMessage();
        }
    }

    /** Closes a client from another thread while its own thread waits for a response. */
    @JSExport
    public static void closeFromAnotherThread(int port, String path) {
        result = null;
        HTTPClient client = HTTPClient.create();
        new Thread(() -> {
            client.setBlockingMode(true);
            client.connectToHost("127.0.0.1", port);
            client.poll();
            client.request(Method.METHOD_GET, path, List.of());
            new Thread(client::close).start();
            result = client.poll() + " " + client.getStatus();
        }).start();
    }

    /** Interrupts a thread that waits for a response. */
    @JSExport
    public static void interrupt(int port, String path) {
        result = null;
        new Thread(() -> {
            HTTPClient client = HTTPClient.create();
            client.setBlockingMode(true);
            client.connectToHost("127.0.0.1", port);
            client.poll();
            client.request(Method.METHOD_GET, path, List.of());
            Thread waiting = Thread.currentThread();
            new Thread(waiting::interrupt).start();
            result = client.poll() + " " + client.getStatus() + " " + Thread.interrupted();
            client.close();
        }).start();
    }
}
