package io.github.pollhttp.e2e.game;

import io.github.pollhttp.demo.game.GameState;
import io.github.pollhttp.e2e.browser.KeyboardPage;

/** The game in a page of a browser. */
final class PageGame extends PlayedGame {
    private final KeyboardPage page;

    /** @param url the URL of the page, with its query */
    PageGame(KeyboardPage page, String url) {
        this.page = page;
        page.navigate(url);
    }

    @Override
    void keyDown(String key) {
        page.keyDown(key);
    }

    @Override
    void keyUp(String key) {
        page.keyUp(key);
    }

    @Override
    GameState state() {
        String[] data = ((String) page.evaluate("() => { const data = document.getElementById('game').dataset;"
                + " return [data.scene, data.step, data.score, data.live, data.message].join('|'); }")).split("\\|", 5);
        return data[0].isEmpty()
                ? new GameState("", 0, 0, "", "") // the program has not started
                : new GameState(data[0], Integer.parseInt(data[1]), Integer.parseInt(data[2]), data[4], data[3]);
    }

    @Override
    public void close() {
        page.close();
    }
}
