package io.github.pollhttp.e2e.snippets;

import java.util.List;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.queue.HTTPRequestQueue.Ticket;

/** The Java of {@code docs/recipes.md}. */
final class RecipeSnippets extends Game {

    // snippet: recipe-queue
    private final HTTPRequestQueue http = HTTPRequestQueue.create();

    void start() {
        http.setBaseUrl("https://example.com/game/");
        http.settings().setTimeout(20);
    }

    void frame() {
        http.poll();
    }
    // end

    // snippet: recipe-level
    void loadLevel() {
        http.get("level.json", response -> {
            if (response.isOk()) {
                play(response.bytes());
            } else {
                show(response.message());
            }
        });
    }
    // end

    // snippet: recipe-picture
    private Ticket picture;

    void loadPicture() {
        picture = http.get("sprites.png", response -> {
            if (response.isOk()) {
                paint(response.bytes());
            } else {
                show(response.message());
            }
        });
    }

    void drawProgress() {
        if (!picture.isDone() && picture.getBodySize() > 0) {
            show(100 * picture.getDownloadedBytes() / picture.getBodySize() + " %");
        }
    }
    // end

    // snippet: recipe-score
    void postScore(int score) {
        RequestBody body = RequestBody.json("{\"score\":" + score + "}");
        http.request("scores", List.of(), Method.METHOD_POST, body,
                response -> show(response.isOk() ? "Your score is saved." : response.message()));
    }
    // end

    // snippet: recipe-download
    private Ticket music;

    void loadMusic() {
        music = http.get("music.ogg", settings -> {
            settings.setDownloadFile("music.ogg");
            settings.setTimeout(600);
        }, response -> show(response.isOk() ? "The music is here." : response.message()));
    }

    void skipMusic() {
        music.cancel();
    }
    // end

    // snippet: recipe-upload
    void uploadSave(String path) {
        RequestBody save = RequestBody.file("application/octet-stream", path);
        http.request("saves/1", List.of(), Method.METHOD_PUT, save, response -> {
            if (!response.isOk()) {
                show(response.message());
            }
        });
    }
    // end

    private void paint(byte[] pixels) {
        played.add(pixels);
    }
}
