package io.github.pollhttp.e2e.snippets;

// snippet: readme-request
import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPRequest.Result;

/** Loads one file. Call frame() once a frame. */
public final class LevelRequest {
    private final HTTPRequest http = HTTPRequest.create();

    public LevelRequest() {
        http.setRequestCompletedListener((result, code, headers, body) -> {
            if (result != Result.RESULT_SUCCESS) {
                System.out.println(http.getFailureMessage());
            } else if (code != 200) {
                System.out.println("The server answered " + code);
            } else {
                System.out.println("The level has " + body.length + " bytes"); // your game starts here
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
