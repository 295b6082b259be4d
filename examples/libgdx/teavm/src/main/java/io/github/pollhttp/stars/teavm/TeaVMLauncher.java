package io.github.pollhttp.stars.teavm;

import com.github.xpenatan.gdx.teavm.backends.web.WebApplication;
import com.github.xpenatan.gdx.teavm.backends.web.WebApplicationConfiguration;

import io.github.pollhttp.stars.StarGame;

/** Starts the game in the browser. */
public final class TeaVMLauncher {
    private TeaVMLauncher() {}

    /**
     * Starts the game.
     *
     * @param args the URLs of the server and of the news; none for the development server
     */
    public static void main(String[] args) {
        String server = args.length > 0 ? args[0] : "http://localhost:8090/";
        String news = args.length > 1 ? args[1] : "http://localhost:8099/news.json";
        WebApplicationConfiguration config = new WebApplicationConfiguration("canvas");
        config.width = 0;
        config.height = 0;
        new WebApplication(new StarGame(server, news), config);
    }
}
