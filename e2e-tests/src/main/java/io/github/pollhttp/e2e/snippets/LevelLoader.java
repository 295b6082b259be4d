package io.github.pollhttp.e2e.snippets;

// snippet: readme-client
import java.io.ByteArrayOutputStream;
import java.util.List;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;

/** Loads one file. Call frame() once a frame until it returns true. */
public final class LevelLoader {
    private final HTTPClient client = HTTPClient.create();
    private final ByteArrayOutputStream level = new ByteArrayOutputStream();

    public LevelLoader() {
        if (client.connectToHost("https://example.com") != ErrorCode.OK) {
            throw new IllegalArgumentException(client.getRejection());
        }
    }

    public boolean frame() {
        client.poll();
        return switch (client.getStatus()) {
            case STATUS_RESOLVING, STATUS_CONNECTING, STATUS_REQUESTING -> false; // under way
            case STATUS_BODY -> read();
            case STATUS_CONNECTED, STATUS_DISCONNECTED -> client.hasResponse() ? finish() : request();
            default -> fail(client.getFailure().message());
        };
    }

    private boolean request() {
        if (client.request(Method.METHOD_GET, "/level.json", List.of()) != ErrorCode.OK) {
            return fail(client.getRejection());
        }
        return false;
    }

    private boolean read() {
        byte[] chunk = client.readResponseBodyChunk();
        level.write(chunk, 0, chunk.length);
        return false;
    }

    private boolean finish() {
        if (client.getResponseCode() != 200) {
            return fail("The server answered " + client.getResponseCode()); // the body is an error page
        }
        System.out.println("The level has " + level.size() + " bytes"); // your game starts here
        client.close();
        return true;
    }

    private boolean fail(String message) {
        System.out.println(message);
        client.close();
        return true;
    }
}
// end
