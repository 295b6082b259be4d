package io.github.pollhttp.stars.lwjgl3;

import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;

import io.github.pollhttp.stars.StarGame;

/** Starts the game on the desktop. */
public final class Lwjgl3Launcher {
    private Lwjgl3Launcher() {}

    /**
     * Starts the game.
     *
     * @param args the URLs of the server and of the news; none for the development server
     */
    public static void main(String[] args) {
        String server = args.length > 0 ? args[0] : "http://localhost:8090/";
        String news = args.length > 1 ? args[1] : "http://localhost:8099/news.json";
        Lwjgl3ApplicationConfiguration config = new Lwjgl3ApplicationConfiguration();
        config.setTitle("Stars");
        config.setWindowedMode(800, 500);
        config.useVsync(true);
        new Lwjgl3Application(new StarGame(server, news), config);
    }
}
