package io.github.pollhttp.e2e.blocking;

import java.util.List;

import org.teavm.jso.JSExport;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;

/** Requests without a game loop: each call waits. The page's script starts one and asks what has come of it. */
public final class BlockingProgram {
    private static volatile String told;

    private BlockingProgram() {}

    /** TeaVM wants a main class; the exports are what is used. */
    public static void main(String[] args) {}

    /** What the program has come to, null while it is at work. */
    @JSExport
    public static String told() {
        return told;
    }

    /** Asks for two paths, one after the other, in a thread. */
    @JSExport
    public static void ask(int port, String path, String next) {
        told = null;
        new Thread(() -> {
            try (HTTPClient client = HTTPClient.create()) {
                client.setBlockingMode(true);
                client.setReadTimeout(0.5);
                client.connectToHost("127.0.0.1", port);
                client.poll();
                told = answer(client, path) + ", " + answer(client, next);
            } catch (RuntimeException e) {
                told = e.toString();
            }
        }).start();
    }

    /** No call returns before something has come of it, so each is made once. */
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

    /** Turns blocking mode on where the browser has called, and not a thread. */
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

    /** A thread that waits for an answer, which another one closes. */
    @JSExport
    public static void closeFromAnotherThread(int port, String path) {
        told = null;
        HTTPClient client = HTTPClient.create();
        new Thread(() -> {
            client.setBlockingMode(true);
            client.connectToHost("127.0.0.1", port);
            client.poll();
            client.request(Method.METHOD_GET, path, List.of());
            new Thread(client::close).start();
            told = client.poll() + " " + client.getStatus();
        }).start();
    }

    /** A thread that waits for an answer, which another one interrupts. */
    @JSExport
    public static void interrupt(int port, String path) {
        told = null;
        new Thread(() -> {
            HTTPClient client = HTTPClient.create();
            client.setBlockingMode(true);
            client.connectToHost("127.0.0.1", port);
            client.poll();
            client.request(Method.METHOD_GET, path, List.of());
            Thread waiting = Thread.currentThread();
            new Thread(waiting::interrupt).start();
            told = client.poll() + " " + client.getStatus() + " " + Thread.interrupted();
            client.close();
        }).start();
    }
}
