package io.github.pollhttp.stars;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Net.HttpMethods;
import com.badlogic.gdx.Net.HttpRequest;
import com.badlogic.gdx.Net.HttpResponse;
import com.badlogic.gdx.Net.HttpResponseListener;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.Texture.TextureFilter;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.net.HttpStatus;
import com.badlogic.gdx.utils.Array;
import com.badlogic.gdx.utils.JsonReader;
import com.badlogic.gdx.utils.JsonValue;

import io.github.pollhttp.gdx.PollNet;
import io.github.pollhttp.gdx.ResponseListeners;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.queue.HTTPRequestQueue.Ticket;

/** A small game: tap all stars. The picture and the level come from a server, and the score goes to it. */
public class StarGame extends ApplicationAdapter {
    private static final float REACH = 40;

    private final String server;
    private final String news;

    private Screen screen;
    private HTTPRequestQueue queue;

    /** Null while it is not active. */
    private Ticket pictureDownload;

    /** Null until it has arrived. */
    private Texture picture;

    /** What the next tap repeats, because it has failed; null if nothing has. */
    private Runnable retry;

    private final Array<Vector2> stars = new Array<>();
    private int allStars;
    private float seconds;
    private String title = "";
    private String message = "";
    private String failure = "";

    /**
     * Creates the game.
     *
     * @param server the URL of the server, with a slash at the end
     * @param news   a URL at which no server listens, so that the game has a failure to show
     */
    public StarGame(String server, String news) {
        this.server = server;
        this.news = news;
    }

    @Override
    public void create() {
        PollNet net = PollNet.over(Gdx.net);
        Gdx.net = net;
        queue = net.queue();
        screen = new Screen();
        loadLevel();
    }

    private void loadLevel() {
        message = "Loading.";
        queue.get(server + "level.json", ResponseListeners.json(this::startLevel,
                sentence -> showFailure(sentence, "Tap to try again.", this::loadLevel)));
    }

    private void startLevel(JsonValue level) {
        title = level.getString("title");
        for (JsonValue star : level.get("stars")) {
            stars.add(new Vector2(star.getFloat(0), star.getFloat(1)));
        }
        allStars = stars.size;
        Gdx.app.log("StarGame", title + ", " + allStars + " stars");
        loadPicture();
        queue.get(news, ResponseListeners.json(json -> message = json.asString(), this::showFailure));
    }

    private void loadPicture() {
        message = "Loading.";
        pictureDownload = queue.get(server + "picture.png", ResponseListeners.texture(this::showPicture,
                sentence -> showFailure(sentence, "Tap to try again.", this::loadPicture)));
    }

    private void showPicture(Texture texture) {
        pictureDownload = null;
        picture = texture;
        picture.setFilter(TextureFilter.Linear, TextureFilter.Linear);
        message = "Tap the stars.";
        Gdx.app.log("StarGame", "The picture has " + texture.getWidth() + " x " + texture.getHeight() + " pixels.");
    }

    private void showFailure(String sentence) {
        failure = sentence;
        Gdx.app.log("StarGame", sentence);
    }

    private void showFailure(String sentence, String advice, Runnable repeated) {
        showFailure(sentence);
        message = advice;
        pictureDownload = null;
        retry = repeated;
    }

    /** Sends the score as each libGDX game does. */
    private void postScore() {
        message = "Your time is " + (int) seconds + " seconds.";
        HttpRequest request = new HttpRequest(HttpMethods.POST);
        request.setUrl(server + "scores");
        request.setHeader("Content-Type", "application/json");
        request.setContent("{\"seconds\": " + seconds + "}");
        request.setTimeOut(5_000);
        Gdx.net.sendHttpRequest(request, new HttpResponseListener() {
            @Override
            public void handleHttpResponse(HttpResponse response) {
                int code = response.getStatus().getStatusCode();
                if (code == HttpStatus.SC_OK) {
                    showRank(new JsonReader().parse(response.getResultAsString()));
                } else {
                    showFailure("The server answered " + code + ".");
                }
            }

            @Override
            public void failed(Throwable reason) {
                showFailure(reason.getMessage(), "Tap to send your time again.", StarGame.this::postScore);
            }

            @Override
            public void cancelled() {
                // The game does not cancel this request.
            }
        });
    }

    private void showRank(JsonValue answer) {
        message = "You are number " + answer.getInt("rank") + " of " + answer.getInt("of") + ".";
        Gdx.app.log("StarGame", message);
    }

    @Override
    public void render() {
        if (Gdx.input.justTouched()) {
            tap();
        }
        if (picture != null) {
            seconds += stars.isEmpty() ? 0 : Gdx.graphics.getDeltaTime();
            screen.draw(picture, stars);
        } else {
            screen.drawProgress(progress());
        }
        String count = allStars > 0 ? allStars - stars.size + " of " + allStars : "";
        screen.drawTexts(title, count, message, failure);
    }

    /** Returns which part of the picture has arrived, 0 to 1. */
    private float progress() {
        if (pictureDownload == null || pictureDownload.getBodySize() <= 0) {
            return 0;
        }
        return (float) pictureDownload.getDownloadedBytes() / pictureDownload.getBodySize();
    }

    private void tap() {
        if (retry != null) {
            Runnable repeated = retry;
            retry = null;
            failure = "";
            repeated.run();
        } else if (picture != null && !stars.isEmpty()) {
            collect(screen.touch());
        }
    }

    private void collect(Vector2 touch) {
        for (int i = stars.size - 1; i >= 0; i--) {
            if (stars.get(i).dst(touch) < REACH) {
                stars.removeIndex(i);
            }
        }
        if (stars.isEmpty()) {
            postScore();
        }
    }

    @Override
    public void resize(int width, int height) {
        screen.resize(width, height);
    }

    @Override
    public void dispose() {
        screen.dispose();
        if (picture != null) {
            picture.dispose();
        }
    }
}
