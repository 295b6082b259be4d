package io.github.pollhttp.size;

import java.util.List;

import org.teavm.jso.JSExport;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;

/** {@link Hello} with one GET, whose body is read while it arrives. */
public final class StreamedGet {
    private static HTTPClient client;
    private static int received;

    private StreamedGet() {}

    /** Prints hello and connects. */
    public static void main(String[] args) {
        System.out.println("Hello, world!");
        client = HTTPClient.create();
        client.connectToHost("127.0.0.1", 8080);
    }

    /** One frame. */
    @JSExport
    public static void frame() {
        client.poll();
        Status status = client.getStatus();
        if (status == Status.STATUS_CONNECTED && !client.hasResponse()) {
            client.request(Method.METHOD_GET, "/", List.of());
        } else if (status == Status.STATUS_BODY) {
            received += client.readResponseBodyChunk().length;
        }
    }
}
