package io.github.pollhttp.demo.game;

import java.util.List;

import io.github.pollhttp.demo.game.Canvas.Align;

/** A level. While it is played, the next one and the update are downloaded. */
final class PlayScene extends Scene {
    /** Longest time that one frame moves the level on, so that a hidden tab pauses it. */
    private static final double LONGEST_FRAME = 0.1;
    private static final double TITLE_SECONDS = 2;
    private static final double SPRITE = 52;
    private static final double FADE = 50;

    private final int number;
    private final Sparks sparks = new Sparks();
    private final World world;
    private double unplayed;

    PlayScene(Game game, int number, int score, int lives) {
        super(game);
        this.number = number;
        Level level = game.assets().level(number);
        world = new World(level, sparks, score, lives);
        if (!level.last()) {
            game.assets().load(number + 1);
        }
        game.update().start();
    }

    @Override
    void frame(double seconds) {
        unplayed += Math.min(seconds, LONGEST_FRAME);
        while (unplayed >= World.STEP && !world.isLost()) {
            unplayed -= World.STEP;
            world.step(game.controls());
        }
        sparks.frame(seconds);
        if (world.isLost() || world.isComplete() && world.level().last()) {
            game.end(world.score(), !world.isLost());
        } else if (world.isComplete()) {
            game.play(number + 1, world.score(), world.lives());
        }
    }

    @Override
    void pressed(Key key) {
        if (key == Key.ESCAPE) {
            game.leave();
        }
    }

    @Override
    void touched(double x, double y) {
        if (Cross.contains(x, y)) {
            game.leave();
        }
    }

    @Override
    Stage stage(Canvas canvas) {
        return Stage.ofLevel(canvas);
    }

    @Override
    void draw(Stage stage) {
        Sky.draw(stage, world.fallen());
        stage.alpha(0.15);
        stage.fill(-1, -stage.marginAbove(), 1, Stage.HEIGHT + 2 * stage.marginAbove(), Stage.SOFT);
        stage.fill(Stage.WIDTH, -stage.marginAbove(), 1, Stage.HEIGHT + 2 * stage.marginAbove(), Stage.SOFT);
        for (Thing each : world.things()) {
            // Above and below the stage, a high window has room in which nothing appears suddenly.
            stage.alpha(Math.max(0, Math.min(1, Math.min(each.y + FADE / 2, Stage.HEIGHT + FADE / 2 - each.y) / FADE)));
            stage.sprite(game.assets().sprites(), each.sprite, each.x, each.y, SPRITE);
        }
        stage.alpha(world.isSafe() && world.steps() / 6 % 2 == 0 ? 0.3 : 1);
        stage.sprite(game.assets().sprites(), Sprite.SHIP, world.shipX(), World.SHIP_Y, SPRITE + 8);
        stage.alpha(1);
        sparks.draw(stage);
        drawShades(stage);
        drawScore(stage);
        drawTitle(stage);
        drawNetwork(stage);
    }

    /** Darkens what is behind the texts at the top and at the bottom. */
    private static void drawShades(Stage stage) {
        stage.alpha(0.7);
        stage.fill(0, 8, Stage.WIDTH, 56, Stage.NIGHT);
        stage.fill(0, 590, Stage.WIDTH, 44, Stage.NIGHT);
        stage.alpha(1);
    }

    private void drawScore(Stage stage) {
        Cross.draw(stage);
        stage.text(String.valueOf(world.score()), Stage.WIDTH / 2, 38, 28, Stage.GOLD, Align.CENTER);
        if (world.multiplier() > 1) {
            stage.text("×" + world.multiplier(), Stage.WIDTH / 2, 58, 16, Stage.WHITE, Align.CENTER);
        }
        for (int i = 0; i < world.lives(); i++) {
            stage.sprite(game.assets().sprites(), Sprite.HEART, Stage.WIDTH - 26 - i * 24, 30, 24);
        }
    }

    private void drawTitle(Stage stage) {
        double seconds = world.steps() * World.STEP;
        if (seconds < TITLE_SECONDS) {
            stage.alpha(Math.min(1, TITLE_SECONDS - seconds));
            stage.text("Level " + number, Stage.WIDTH / 2, 270, 20, Stage.SOFT, Align.CENTER);
            stage.text(world.level().title(), Stage.WIDTH / 2, 310, 34, Stage.WHITE, Align.CENTER);
            stage.alpha(1);
        }
    }

    /** The scores of the others: beside the level if there is room, otherwise the last one above the update. */
    private void drawNetwork(Stage stage) {
        List<Score> scores = game.server().liveScores();
        String failure = game.server().liveFailure();
        boolean wide = stage.margin() > 150;
        double x = wide ? Stage.WIDTH + 24 : 12;
        double y = wide ? 40 : 604;
        if (failure != null || wide && game.server().keepsScores()) {
            stage.text(failure == null ? "Live scores" : "No live scores: no connection", x, y, 14,
                    failure == null ? Stage.SOFT : Stage.ALARM, Align.LEFT);
        }
        if (wide) {
            for (int i = 0; i < scores.size(); i++) {
                drawLive(stage, scores.get(i), x, y + 28 + i * 26, 18);
            }
        } else if (failure == null && !scores.isEmpty()) {
            drawLive(stage, scores.get(0), x, y, 13);
        }
        stage.paragraph(game.update().text(), 622, 12, Stage.SOFT);
    }

    private static void drawLive(Stage stage, Score score, double x, double y, double size) {
        stage.text(score.toString(), x, y, size, Stage.WHITE, Align.LEFT);
    }

    @Override
    GameState state() {
        return new GameState("play", world.steps(), world.score(), game.update().text(), game.server().liveText());
    }
}
