package io.github.pollhttp.demo.game;

import java.util.List;

import io.github.pollhttp.demo.game.Canvas.Align;

/** The best scores, as the server has told them last. */
final class Leaderboard {
    private static final int LINES = 7;
    private static final double LINE = 26;

    private final GameServer server;
    private List<Score> scores = List.of();
    private String text = "";

    Leaderboard(GameServer server) {
        this.server = server;
    }

    void refresh() {
        if (!server.keepsScores()) {
            text = GameServer.NO_SCORES;
            return;
        }
        text = "Asking for the scores";
        server.scores(this::set, sentence -> text = sentence);
    }

    private void set(List<Score> newScores) {
        scores = newScores;
        text = scores.isEmpty() ? "No scores yet. Be the first." : "";
    }

    /** Why there are no scores; empty if there are. */
    String text() {
        return text;
    }

    void draw(Stage stage, double y) {
        if (!text.isEmpty()) {
            stage.paragraph(text, y + 20, 15, Stage.SOFT);
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
