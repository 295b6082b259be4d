package io.github.pollhttp.e2e.snippets;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.queue.HTTPRequestQueue.Ticket;

/** The first Java of {@code docs/recipes.md}: a level, a picture and a score. */
final class ThreeTasksSnippets extends Game {
    final List<byte[]> painted = new ArrayList<>();

    // snippet: three-tasks
    private final HTTPRequestQueue http = HTTPRequestQueue.create();
    private Ticket picture;

    void start() {
        http.setBaseUrl("https://example.com/game/");
        http.get("level.json", response -> {
            if (response.isOk()) {
                play(response.bytes());
            } else {
                show(response.message());
            }
        });
        picture = http.get("sprites.png", response -> {
            if (response.isOk()) {
                paint(response.bytes());
            } else {
                show(response.message());
            }
        });
    }

    void frame() {
        http.poll();
        if (!picture.isDone() && picture.getBodySize() > 0) {
            show(100 * picture.getDownloadedBytes() / picture.getBodySize() + " %");
        }
    }

    void postScore(int score) {
        RequestBody body = RequestBody.json("{\"score\":" + score + "}");
        http.request("scores", List.of(), Method.METHOD_POST, body,
                response -> show(response.isOk() ? "Your score is saved." : response.message()));
    }
    // end

    private void paint(byte[] bytes) {
        painted.add(bytes);
    }
}
