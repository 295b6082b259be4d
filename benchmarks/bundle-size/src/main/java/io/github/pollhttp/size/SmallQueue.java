package io.github.pollhttp.size;

import org.teavm.jso.JSExport;

import io.github.pollhttp.queue.HTTPRequestQueue;

/** {@link Hello} with one request in an {@link HTTPRequestQueue}. It sets nothing, and does not ask why a request has failed. */
public final class SmallQueue {
    private static HTTPRequestQueue queue;

    private SmallQueue() {}

    /** Prints hello and begins to load a file. */
    public static void main(String[] args) {
        System.out.println("Hello, world!");
        queue = HTTPRequestQueue.create();
        queue.get("http://127.0.0.1:8080/level.json",
                response -> System.out
                        .println(response.isOk() && response.bytes().length > 0 ? "loaded" : "not loaded"));
    }

    /** One frame. */
    @JSExport
    public static void frame() {
        queue.poll();
    }
}
