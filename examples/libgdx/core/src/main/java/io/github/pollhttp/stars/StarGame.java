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
import com.badlogic.gdx.utils.Array;
import com.badlogic.gdx.utils.JsonReader;
import com.badlogic.gdx.utils.JsonValue;

import io.github.pollhttp.gdx.PollNet;
import io.github.pollhttp.gdx.ResponseListeners;
import io.github.pollhttp.queue.HTTPRequestQueue.Ticket;

/** A small game: tap all stars. The picture and the level come from a server, and the score goes to it. */
public class StarGame extends ApplicationAdapter {
    private static final float REACH = 40;

    private final String server;
    private final String news;

    private Screen screen;
    private Texture picture;
    private Ticket pictureDownload;
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
        screen = new Screen();
        pictureDownload = net.queue().get(server + "picture.png",
                ResponseListeners.texture(this::showPicture, this::showFailure));
        net.queue().get(server + "level.json", ResponseListeners.json(this::startLevel, this::showFailure));
        net.queue().get(news, ResponseListeners.json(json -> message = json.asString(), this::showFailure));
    }

    private void showPicture(Texture texture) {
        picture = texture;
        picture.setFilter(TextureFilter.Linear, TextureFilter.Linear);
        Gdx.app.log("StarGame", "The picture has " + texture.getWidth() + " x " + texture.getHeight() + " pixels.");
    }

    private void startLevel(JsonValue level) {
        title = level.getString("title");
        for (JsonValue star : level.get("stars")) {
            stars.add(new Vector2(star.getFloat(0), star.getFloat(1)));
        }
        allStars = stars.size;
        message = "Tap the stars.";
        Gdx.app.log("StarGame", title + ", " + allStars + " stars");
    }

    private void showFailure(String sentence) {
        failure = sentence;
        Gdx.app.log("StarGame", sentence);
    }

    /** Sends the score as each libGDX game does. */
    private void postScore() {
        HttpRequest request = new HttpRequest(HttpMethods.POST);
        request.setUrl(server + "scores");
        request.setHeader("Content-Type", "application/json");
        request.setContent("{\"seconds\": " + seconds + "}");
        request.setTimeOut(5_000);
        Gdx.net.sendHttpRequest(request, new HttpResponseListener() {
            @Override
            public void handleHttpResponse(HttpResponse response) {
                JsonValue answer = new JsonReader().parse(response.getResultAsString());
                message = "You are number " + answer.getInt("rank") + " of " + answer.getInt("of") + ".";
                Gdx.app.log("StarGame", message);
            }

            @Override
            public void failed(Throwable reason) {
                showFailure(reason.getMessage());
            }

            @Override
            public void cancelled() {
                // The game does not cancel this request.
            }
        });
    }

    @Override
    public void render() {
        if (picture == null) {
            screen.drawProgress("The picture arrives", progress());
        } else {
            play();
            screen.draw(picture, stars);
        }
        screen.drawTexts(title, allStars - stars.size + " of " + allStars, message, failure);
    }

    private float progress() {
        long size = pictureDownload.getBodySize();
        return size > 0 ? (float) pictureDownload.getDownloadedBytes() / size : 0;
    }

    private void play() {
        if (stars.isEmpty()) {
            return;
        }
        seconds += Gdx.graphics.getDeltaTime();
        if (Gdx.input.justTouched()) {
            Vector2 touch = screen.touch();
            for (int i = stars.size - 1; i >= 0; i--) {
                if (stars.get(i).dst(touch) < REACH) {
                    stars.removeIndex(i);
                }
            }
            if (stars.isEmpty()) {
                postScore();
            }
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
