package io.github.pollhttp.e2e.snippets;

import java.io.ByteArrayOutputStream;
import java.util.List;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;

/** The Java of {@code docs/reading.md} and {@code docs/browser-and-cors.md}. */
final class PageSnippets extends Game {

    void readUntilEmpty(HTTPClient client, ByteArrayOutputStream body) {
        // snippet: read-until-empty
        client.poll();
        long deadline = System.nanoTime() + 2_000_000; // give the body 2 ms of this frame
        byte[] chunk;
        do {
            chunk = client.readResponseBodyChunk();
            body.write(chunk, 0, chunk.length);
        } while (chunk.length > 0 && System.nanoTime() < deadline);

        if (client.getFailure() != null) {
            show(client.getFailure().message()); // the body is incomplete
        } else if (client.getStatus() != Status.STATUS_BODY) {
            show(client.getResponseCode() == 200 ? "loaded" : "the server answered " + client.getResponseCode());
        }
        // end
    }

    void askWhy(HTTPClient client) {
        // snippet: why
        if (client.getFailure() != null) {
            System.out.println(client.getFailure().reason() + ": " + client.getFailure().message());
        }
        // end
    }

    void startThread() {
        // snippet: thread
        new Thread(this::load).start();
        // end
    }

    // snippet: blocking
    void load() {
        try (HTTPClient client = HTTPClient.create()) {
            client.setBlockingMode(true);
            if (client.connectToHost("https://api.example") != ErrorCode.OK) {
                show(client.getRejection());
                return;
            }
            while (client.getStatus() == Status.STATUS_RESOLVING || client.getStatus() == Status.STATUS_CONNECTING) {
                client.poll();
            }
            if (client.getFailure() == null
                    && client.request(Method.METHOD_GET, "/level.json", List.of()) != ErrorCode.OK) {
                show(client.getRejection());
                return;
            }
            while (client.getStatus() == Status.STATUS_REQUESTING) {
                client.poll(); // waits for the head
            }
            ByteArrayOutputStream level = new ByteArrayOutputStream();
            while (client.getStatus() == Status.STATUS_BODY) {
                byte[] chunk = client.readResponseBodyChunk(); // waits for the next bytes
                level.write(chunk, 0, chunk.length);
            }
            if (client.getFailure() != null) {
                show(client.getFailure().message());
            } else if (client.getResponseCode() != 200) {
                show("The server answered " + client.getResponseCode());
            } else {
                play(level.toByteArray());
            }
        }
    }
    // end
}
