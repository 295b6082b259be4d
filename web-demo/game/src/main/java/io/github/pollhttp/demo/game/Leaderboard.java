package io.github.pollhttp.demo.game;

import java.util.List;

import io.github.pollhttp.demo.game.Canvas.Align;

/** The best scores, as the server has told them last. */
final class Leaderboard {
    private static final int LINES = 7;
    private static final double LINE = 26;
    private static final double PAUSE_SECONDS = 5;

    private final GameServer server;
    private List<Score> scores = List.of();
    /** Why there are no scores; empty if there are. */
    private String message = "";
    private String text = "";
    private boolean failed;
    private double pause;

    Leaderboard(GameServer server) {
        this.server = server;
    }

    void refresh() {
        if (!server.keepsScores()) {
            say(GameServer.NO_SCORES);
            return;
        }
        say("Asking for the scores");
        ask();
    }

    private void ask() {
        failed = false;
        server.scores(this::set, this::fail);
    }

    private void say(String sentence) {
        message = sentence;
        text = sentence;
    }

    private void set(List<Score> newScores) {
        scores = newScores;
        say(scores.isEmpty() ? "No scores yet. Be the first." : "");
        for (int i = 0; i < Math.min(LINES, scores.size()); i++) {
            text += (i > 0 ? ", " : "") + (i + 1) + ". " + scores.get(i);
        }
    }

    private void fail(String sentence) {
        say(sentence);
        failed = true;
        pause = PAUSE_SECONDS;
    }

    /** Asks again some seconds after a failure. */
    void frame(double seconds) {
        pause -= seconds;
        if (failed && pause <= 0) {
            ask();
        }
    }

    /** What it shows, in words. */
    String text() {
        return text;
    }

    void draw(Stage stage, double y) {
        if (!message.isEmpty()) {
            stage.paragraph(message, y + 20, 15, Stage.SOFT);
            return;
        }
        for (int i = 0; i < Math.min(LINES, scores.size()); i++) {
            Score score = scores.get(i);
            double baseline = y + 18 + i * LINE;
            stage.alpha(i % 2 == 0 ? 0.6 : 0.3);
            stage.fill(60, y + i * LINE, Stage.WIDTH - 120, LINE, Stage.PANEL);
            stage.alpha(1);
            stage.text(i + 1 + ".", 92, baseline, 16, Stage.SOFT, Align.RIGHT);
            stage.text(score.name(), 104, baseline, 16, Stage.WHITE, Align.LEFT);
            stage.text(String.valueOf(score.points()), Stage.WIDTH - 72, baseline, 16, Stage.GOLD, Align.RIGHT);
        }
    }
}
