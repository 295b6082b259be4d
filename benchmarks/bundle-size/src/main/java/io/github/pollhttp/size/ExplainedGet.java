package io.github.pollhttp.size;

import java.util.List;

import org.teavm.jso.JSExport;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;

/** {@link StreamedGet} that also prints the message of a failure or a rejection. */
public final class ExplainedGet {
    private static HTTPClient client;
    private static int received;

    private ExplainedGet() {}

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
            if (client.request(Method.METHOD_GET, "/", List.of()) != ErrorCode.OK) {
                System.out.println(client.getRejection());
            }
        } else if (status == Status.STATUS_BODY) {
            received += client.readResponseBodyChunk().length;
        } else if (status == Status.STATUS_CONNECTION_ERROR) {
            System.out.println(client.getFailure().message());
        }
    }
}
