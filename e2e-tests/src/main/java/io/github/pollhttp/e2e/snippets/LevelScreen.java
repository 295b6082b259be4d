package io.github.pollhttp.e2e.snippets;

// snippet: level-screen
import io.github.pollhttp.queue.HTTPRequestQueue;

/** Loads a level and shows it, or shows why it is not there. Call frame() once a frame. */
public final class LevelScreen {
    private final HTTPRequestQueue http = HTTPRequestQueue.create();
    private String text;

    public LevelScreen() {
        http.settings().setTimeout(20);
        load();
    }

    /** Also called by the button "Try again". */
    public void load() {
        text = "Loading";
        http.get("https://example.com/level.json",
                response -> text = response.isOk() ? response.text() : response.message());
    }

    public void frame() {
        http.poll();
    }

    public String text() {
        return text;
    }
}
// end
