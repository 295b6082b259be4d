package io.github.pollhttp.e2e.snippets;

// snippet: readme-request
import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.request.HTTPRequest;

/** Loads one file. Call frame() once a frame. */
public final class LevelRequest {
    private final HTTPRequest http = HTTPRequest.create();

    public LevelRequest() {
        http.setResponseListener(response -> {
            if (response.isOk()) {
                System.out.println("The level has " + response.bytes().length + " bytes"); // your game starts here
            } else {
                System.out.println(response.message());
            }
        });
        if (http.request("https://example.com/level.json") != ErrorCode.OK) {
            throw new IllegalArgumentException(http.getRejection());
        }
    }

    public void frame() {
        http.poll();
    }
}
// end
