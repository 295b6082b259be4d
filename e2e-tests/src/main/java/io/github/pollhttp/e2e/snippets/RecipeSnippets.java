package io.github.pollhttp.e2e.snippets;

import java.util.ArrayList;
import java.util.List;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;

import io.github.pollhttp.Authorization;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.MultipartForm;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.queue.HTTPRequestQueue.Ticket;
import io.github.pollhttp.request.HTTPResponse;
import io.github.pollhttp.request.RetryPolicy;

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

    // snippet: recipe-score-once
    void postScoreOnce(String id, int score) {
        String json = Json.object().add("id", id).add("score", score).toString();
        http.request("scores", List.of(), Method.METHOD_POST, RequestBody.json(json),
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

    // snippet: recipe-json
    void loadTitle() {
        http.get("level.json", response -> {
            if (response.isOk()) {
                showTitle(response.text());
            } else {
                show(response.message());
            }
        });
    }

    private void showTitle(String json) {
        try {
            JsonObject level = Json.parse(json).asObject();
            show(level.getString("title", "A level without a title"));
        } catch (RuntimeException e) { // it is not JSON, or has another form
            show("The level is damaged.");
        }
    }
    // end

    // snippet: recipe-json-sent
    void postName(String name, int score) {
        String json = Json.object().add("name", name).add("score", score).toString();
        http.request("scores", List.of(), Method.METHOD_POST, RequestBody.json(json),
                response -> show(response.isOk() ? "Your score is saved." : response.message()));
    }
    // end

    // snippet: recipe-many
    private final List<Ticket> tiles = new ArrayList<>();
    private int missing;

    void enterLevel(List<String> names) {
        for (String name : names) {
            tiles.add(http.get("tiles/" + name, this::tileEnds));
        }
    }

    private void tileEnds(HTTPResponse response) {
        if (response.isOk()) {
            paint(response.bytes());
        } else if (!response.isCancelled()) {
            missing++;
            show(response.message());
        }
    }

    void drawTotalProgress() {
        int done = 0;
        for (Ticket tile : tiles) {
            if (tile.isDone()) {
                done++;
            }
        }
        show(done + " of " + tiles.size() + " tiles, " + missing + " of them are missing");
    }

    void leaveLevel() {
        tiles.forEach(Ticket::cancel);
        tiles.clear();
    }
    // end

    // snippet: recipe-retry
    private String problem; // null while all is well

    void loadWorld() {
        problem = null;
        http.get("world.json", settings -> settings.setRetryPolicy(RetryPolicy.times(2)), response -> {
            if (response.isOk()) {
                play(response.bytes());
            } else {
                problem = response.message();
            }
        });
    }

    void drawRetryScreen() {
        if (problem != null) {
            show(problem + " Press a key to try again.");
        }
    }

    void keyPressed() {
        if (problem != null) {
            loadWorld();
        }
    }
    // end

    // snippet: recipe-save
    void save(byte[] game) {
        RequestBody body = new RequestBody("application/octet-stream", game);
        http.request("saves/1", List.of(), Method.METHOD_PUT, body,
                response -> show(response.isOk() ? "The game is saved." : response.message()));
    }

    void continueGame() {
        http.get("saves/1", response -> {
            if (response.isOk()) {
                play(response.bytes());
            } else if (response.code() == 404) {
                show("A new game begins."); // nothing has been saved yet
            } else {
                show(response.message());
            }
        });
    }
    // end

    // snippet: recipe-login
    private String token = "";

    void logIn(String name, String password) {
        String json = Json.object().add("name", name).add("password", password).toString();
        http.request("login", List.of(), Method.METHOD_POST, RequestBody.json(json), response -> {
            if (response.isOk()) {
                token = response.text();
            } else if (response.code() == 401) {
                show("The name or the password is wrong.");
            } else {
                show(response.message());
            }
        });
    }

    void loadProfile() {
        List<String> headers = List.of(Authorization.bearer(token));
        http.request("profile", headers, Method.METHOD_GET, new byte[0], response -> {
            if (response.isOk()) {
                show(response.text());
            } else if (response.code() == 401) {
                show("Please log in again."); // the token has expired
            } else {
                show(response.message());
            }
        });
    }
    // end

    // snippet: recipe-screenshot
    private Ticket upload;

    void uploadScreenshot(byte[] png) {
        RequestBody form = new MultipartForm().addFile("shot", "shot.png", "image/png", png).toBody();
        upload = http.request("shots", List.of(), Method.METHOD_POST, form,
                settings -> settings.setUploadProgressEnabled(true),
                response -> show(response.isOk() ? "The picture is uploaded." : response.message()));
    }

    void drawUpload() {
        if (!upload.isDone()) {
            show(upload.getUploadedBytes() + " bytes are sent");
        }
    }
    // end

    private void paint(byte[] pixels) {
        played.add(pixels);
    }
}
