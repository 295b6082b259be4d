package io.github.pollhttp.demo.game;

import io.github.pollhttp.demo.game.Canvas.Align;

/** The name of the game, the initials of the player, and the leaderboard. */
final class TitleScene extends Scene {
    private static final Button PLAY = new Button("Play", 300);
    private static final double INITIALS_Y = 200;

    private double moved;

    TitleScene(Game game) {
        super(game);
        game.leaderboard().refresh();
    }

    @Override
    void frame(double seconds) {
        moved += 60 * seconds;
        game.leaderboard().frame(seconds);
    }

    @Override
    void typed(char letter) {
        game.initials().type(letter);
    }

    @Override
    void pressed(Key key) {
        switch (key) {
            case LEFT -> game.initials().select(-1);
            case RIGHT -> game.initials().select(1);
            case UP -> game.initials().change(1);
            case DOWN -> game.initials().change(-1);
            case ENTER -> play();
            default -> {
            }
        }
    }

    @Override
    void touched(double x, double y) {
        if (PLAY.contains(x, y)) {
            play();
        } else {
            game.initials().touch(x, y, INITIALS_Y);
        }
    }

    private void play() {
        game.start();
    }

    @Override
    void draw(Stage stage) {
        Sky.draw(stage, moved);
        stage.text("STAR COURIER", Stage.WIDTH / 2, 76, 40, Stage.GOLD, Align.CENTER);
        stage.sprite(game.assets().sprites(), Sprite.SHIP, Stage.WIDTH / 2, 120, 60);
        stage.text("Your initials", Stage.WIDTH / 2, 178, 14, Stage.SOFT, Align.CENTER);
        game.initials().draw(stage, INITIALS_Y);
        PLAY.draw(stage);
        Stage lower = stage.lowerPart();
        game.leaderboard().draw(lower, 366);
        String failure = game.server().liveFailure();
        if (failure != null) {
            lower.paragraph(failure, 572, 12, Stage.ALARM);
        }
        lower.text("Steer with ← → or a finger", Stage.WIDTH / 2, 610, 13, Stage.SOFT, Align.CENTER);
        lower.text("Esc or ✕ leaves, F3 shows frame times", Stage.WIDTH / 2, 628, 13, Stage.SOFT, Align.CENTER);
    }

    @Override
    GameState state() {
        return new GameState("title", 0, 0, game.leaderboard().text(), game.server().liveText());
    }
}
