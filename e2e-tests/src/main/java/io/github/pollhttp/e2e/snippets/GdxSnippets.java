package io.github.pollhttp.e2e.snippets;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Net.HttpMethods;
import com.badlogic.gdx.Net.HttpRequest;
import com.badlogic.gdx.Net.HttpResponse;
import com.badlogic.gdx.Net.HttpResponseListener;
import com.badlogic.gdx.net.HttpStatus;

import io.github.pollhttp.gdx.PollNet;
import io.github.pollhttp.gdx.ResponseListeners;
import io.github.pollhttp.queue.HTTPRequestQueue.Ticket;

/** The Java of {@code docs/libgdx.md} and of the Javadoc of {@code pollhttp-gdx}. */
final class GdxSnippets extends ApplicationAdapter {
    private final Game game;

    GdxSnippets(Game game) {
        this.game = game;
    }

    private void play(byte[] level) {
        game.play(level);
    }

    private void show(String text) {
        game.show(text);
    }

    void replace() {
        // snippet: gdx-net
        Gdx.net = PollNet.over(Gdx.net);
        // end
    }

    // snippet: gdx-request
    void loadLevel() {
        HttpRequest request = new HttpRequest(HttpMethods.GET);
        request.setUrl("https://example.com/level.json");
        request.setTimeOut(5_000);
        Gdx.net.sendHttpRequest(request, new HttpResponseListener() {
            @Override
            public void handleHttpResponse(HttpResponse response) {
                if (response.getStatus().getStatusCode() == HttpStatus.SC_OK) {
                    play(response.getResult());
                } else {
                    show("The server answered " + response.getStatus().getStatusCode() + ".");
                }
            }

            @Override
            public void failed(Throwable failure) {
                show(failure.getMessage());
            }

            @Override
            public void cancelled() {
                show("The level is not loaded.");
            }
        });
    }
    // end

    void listeners() {
        // snippet: gdx-listeners
        // show(String) is a method of your game.
        PollNet net = PollNet.over(Gdx.net);
        net.queue().get("https://example.com/level.json",
                ResponseListeners.json(json -> show(json.getString("title")), this::show));
        // end
    }

    // snippet: gdx-queue
    private PollNet net;
    private Ticket level;

    @Override
    public void create() {
        net = PollNet.over(Gdx.net);
        Gdx.net = net;
        net.queue().setBaseUrl("https://example.com/game/");
        level = net.queue().get("level.json",
                ResponseListeners.json(json -> show(json.getString("title")), this::show));
    }

    @Override
    public void render() {
        if (!level.isDone() && level.getBodySize() > 0) {
            show(100 * level.getDownloadedBytes() / level.getBodySize() + " %");
        }
    }
    // end
}
