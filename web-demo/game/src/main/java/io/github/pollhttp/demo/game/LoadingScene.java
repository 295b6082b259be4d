package io.github.pollhttp.demo.game;

import io.github.pollhttp.demo.game.Canvas.Align;

/** Waits for the sprites and a level with a progress bar. If they do not come, it shows why, and a button that tries again. */
final class LoadingScene extends Scene {
    private static final Button RETRY = new Button("Try again", 310);

    private final int level;
    private final Runnable next;
    private final Runnable leave;

    /**
     * @param next  shows the scene that needs them
     * @param leave called when the player does not want to wait; null if there is no scene without them
     */
    LoadingScene(Game game, int level, Runnable next, Runnable leave) {
        super(game);
        this.level = level;
        this.next = next;
        this.leave = leave;
        game.assets().load(level);
    }

    @Override
    void frame(double seconds) {
        if (game.assets().isReady(level)) {
            next.run();
        } else if (game.assets().failure() == null) {
            game.assets().load(level); // what the level before has asked for may be over by now
        }
    }

    @Override
    void pressed(Key key) {
        if (key == Key.ENTER) {
            retry();
        } else if (key == Key.ESCAPE && leave != null) {
            leave.run();
        }
    }

    @Override
    void touched(double x, double y) {
        if (RETRY.contains(x, y)) {
            retry();
        } else if (leave != null && Cross.contains(x, y)) {
            leave.run();
        }
    }

    private void retry() {
        if (game.assets().failure() != null) {
            game.assets().load(level);
        }
    }

    @Override
    Stage stage(Canvas canvas) {
        return Stage.ofUpperPart(canvas);
    }

    @Override
    void draw(Stage stage) {
        Sky.draw(stage, 0);
        if (leave != null) {
            Cross.draw(stage);
        }
        String failure = game.assets().failure();
        if (failure != null) {
            stage.text("That did not work", Stage.WIDTH / 2, 80, 26, Stage.ALARM, Align.CENTER);
            stage.paragraph(failure, 120, 14, Stage.WHITE);
            RETRY.draw(stage);
            return;
        }
        double progress = game.assets().progress();
        stage.text("Loading level " + level, Stage.WIDTH / 2, 160, 24, Stage.WHITE, Align.CENTER);
        stage.fill(60, 190, 240, 14, Stage.PANEL);
        stage.fill(60, 190, 240 * progress, 14, Stage.GOLD);
        stage.text((int) (100 * progress) + " %", Stage.WIDTH / 2, 235, 18, Stage.SOFT, Align.CENTER);
    }

    @Override
    GameState state() {
        String failure = game.assets().failure();
        return new GameState(failure == null ? "loading" : "failed", 0, 0, failure == null ? "" : failure,
                game.server().liveText());
    }
}
