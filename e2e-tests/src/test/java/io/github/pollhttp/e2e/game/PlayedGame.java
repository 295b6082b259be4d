package io.github.pollhttp.e2e.game;

import java.util.function.Predicate;

import io.github.pollhttp.demo.game.GameState;
import io.github.pollhttp.e2e.browser.Await;

/** The game on any platform, as a player has it: keys, and what the screen shows. */
abstract class PlayedGame implements AutoCloseable {
    /** @param key its name in a browser, such as {@code ArrowLeft} or {@code A} */
    abstract void keyDown(String key);

    abstract void keyUp(String key);

    abstract GameState state();

    @Override
    public abstract void close();

    void press(String key) {
        keyDown(key);
        keyUp(key);
    }

    GameState await(Predicate<GameState> condition) throws InterruptedException {
        GameState[] last = new GameState[1];
        Await.until(() -> {
            last[0] = state();
            return condition.test(last[0]);
        }, GameHost.LIMIT, () -> "within 30 seconds, the game came no further than " + last[0]);
        return last[0];
    }

    GameState awaitScene(String scene) throws InterruptedException {
        return await(state -> state.scene().equals(scene));
    }

    GameState awaitMessage(String part) throws InterruptedException {
        return await(state -> state.message().contains(part));
    }
}
