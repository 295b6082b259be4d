package io.github.pollhttp.e2e.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/**
 * What is played on both platforms. In the level of the tests, the ship collects five stars at the right edge and five at the left one, so that the score
 * does not depend on the moment at which a key arrives.
 */
final class GameScript {
    /** Five stars count once, five twice. */
    static final int SCORE = 10 * 5 * (1 + 2);

    /** How the control disturbs the server. */
    static final List<String> MODES = List.of("mode=stalled", "mode=cut", "mode=broken", "mode=away");

    private GameScript() {}

    /** Plays the level from the title to the end. Meanwhile, another player sends a score. */
    static void play(PlayedGame game, GameHost host) throws Exception {
        game.awaitScene("title");
        for (String letter : new String[]{"K", "E", "Y"}) {
            game.press(letter);
        }
        steer(game);
        host.post("BOB", 40);
        game.await(state -> state.live().equals("BOB  40"));
        end(game);
    }

    /** The player finds the scores on the leaderboard. Begins at the end of the game that {@link #play} has played. */
    static void lookAtTheLeaderboard(PlayedGame game) throws InterruptedException {
        game.awaitMessage("You are number 1 of 2.");
        game.press("Enter");
        game.awaitScene("title");
        game.awaitMessage("1. KEY  " + SCORE + ", 2. BOB  40");
    }

    /** Starts the level, collects the stars at the right, and turns to those at the left. */
    private static void steer(PlayedGame game) throws InterruptedException {
        game.keyDown("ArrowRight");
        game.press("Enter");
        game.await(state -> state.step() > 90); // the five stars at the right have passed
        game.keyUp("ArrowRight");
        game.keyDown("ArrowLeft");
    }

    private static void end(PlayedGame game) throws InterruptedException {
        assertEquals(SCORE, game.awaitScene("end").score());
        game.keyUp("ArrowLeft");
    }

    /** The server ends while the level is played, and comes back at its end. */
    static void stopInTheMiddle(PlayedGame game, GameHost host, String failure) throws Exception {
        game.awaitScene("title");
        host.stop();
        steer(game);
        end(game);
        String message = game.await(state -> !state.message().startsWith("Sending")).message();
        assertTrue(message.contains(failure), message);
        host.restart();
        game.press("Enter");
        game.awaitMessage("You are number 1 of 1.");
    }

    /** The update breaks off while the level is played. Begins at the end of a game. */
    static void cutInTheMiddle(PlayedGame game, GameHost host) throws Exception {
        game.press("Enter");
        game.awaitScene("title");
        game.press("Enter");
        game.awaitMessage("Update: 1 of 20 MB");
        host.control("mode=cut");
        int step = game.awaitMessage("No update: ").step();
        game.await(state -> state.step() > step + 30);
        host.control("mode=normal");
        game.press("Escape");
        game.awaitScene("title");
    }

    /** The network stalls while the level is played, so that the update and the answer to the score do not come. Begins at the title. */
    static void stallInTheMiddle(PlayedGame game, GameHost host) throws Exception {
        steer(game);
        host.control("mode=stalled");
        end(game);
        game.awaitMessage("nothing more came within the time limit");
        host.control("mode=normal");
        game.press("Enter");
        game.awaitMessage("You are number 2 of 2."); // the score of the first game is as high; this one is stored once
    }

    /** The game begins while the server does not send the level, and the player tries again when it does. */
    static void comeBack(PlayedGame game, GameHost host, String mode) throws Exception {
        String failure = switch (mode) {
            case "mode=stalled" -> "nothing more came within the time limit";
            case "mode=broken" -> "answered 500";
            case "cors=off" -> "Access-Control-Allow-Origin";
            default -> "http://localhost:";
        };
        String message = game.awaitScene("failed").message();
        assertTrue(message.contains(failure), message);
        host.control("mode=normal&cors=on");
        game.press("Enter");
        game.awaitScene("title");
    }
}
