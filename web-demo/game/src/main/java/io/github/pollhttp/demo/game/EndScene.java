package io.github.pollhttp.demo.game;

import java.util.UUID;

import io.github.pollhttp.demo.game.Canvas.Align;

/**
 * The score at the end. It is sent to the leaderboard. If that fails, the player sees why and can try again. The scene stays as long as the score is on
 * its way, so that a failure does not go unseen.
 */
final class EndScene extends Scene {
    private static final Button RETRY = new Button("Send it again", 260);
    private static final Button AGAIN = new Button("Play again", 320);

    /** The same for each sending, so that the server stores the score once, also if its answer was lost. */
    private final String id = UUID.randomUUID().toString();
    private final Score score;
    private final boolean won;
    private String message;
    private boolean sending;
    private boolean failed;
    private double moved;

    EndScene(Game game, int points, boolean won) {
        super(game);
        this.score = new Score(game.initials().toString(), points);
        this.won = won;
        send();
    }

    private void send() {
        failed = false;
        if (!game.server().keepsScores()) {
            message = "";
            return;
        }
        message = "Sending your score";
        sending = true;
        game.server().post(id, score, this::sent, sentence -> {
            sending = false;
            failed = true;
            message = sentence;
        });
    }

    private void sent(Rank rank) {
        sending = false;
        message = rank.rank() > rank.of()
                ? "Your score is not among the best " + rank.of() + "."
                : "You are number " + rank.rank() + " of " + rank.of() + ".";
        game.leaderboard().refresh();
    }

    @Override
    void frame(double seconds) {
        moved += 60 * seconds;
        game.leaderboard().frame(seconds);
    }

    @Override
    void pressed(Key key) {
        if (key == Key.ENTER && failed) {
            send();
        } else if (key == Key.ENTER || key == Key.ESCAPE) {
            leave();
        }
    }

    @Override
    void touched(double x, double y) {
        if (failed && RETRY.contains(x, y)) {
            send();
        } else if (AGAIN.contains(x, y)) {
            leave();
        }
    }

    private void leave() {
        if (!sending) {
            game.title();
        }
    }

    @Override
    void draw(Stage stage) {
        Sky.draw(stage, moved);
        stage.text(won ? "Delivered!" : "Game over", Stage.WIDTH / 2, 80, 34, won ? Stage.GOOD : Stage.ALARM,
                Align.CENTER);
        stage.text(String.valueOf(score.points()), Stage.WIDTH / 2, 145, 56, Stage.GOLD, Align.CENTER);
        stage.paragraph(message, 180, failed ? 13 : 16, failed ? Stage.ALARM : Stage.WHITE);
        if (failed) {
            RETRY.draw(stage);
        }
        if (!sending) {
            AGAIN.draw(stage);
        }
        Stage lower = stage.lowerPart();
        game.leaderboard().draw(lower, 392);
        lower.paragraph(game.update().text(), 610, 12, Stage.SOFT);
    }

    @Override
    GameState state() {
        return new GameState("end", 0, score.points(), message, game.server().liveText());
    }
}
