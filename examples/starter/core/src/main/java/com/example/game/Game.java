package com.example.game;

import io.github.pollhttp.queue.HTTPRequestQueue;

/** The game, once for both platforms: catch the stars of a level. The level comes from a server. */
public final class Game {
    private static final int NIGHT = 0x0b1026;
    private static final int STAR = 0xfff4d6;
    private static final int LEFT = 20;
    private static final int LINE_HEIGHT = 24;
    private static final int COLUMNS = 70;

    private final HTTPRequestQueue http = HTTPRequestQueue.create();
    private Level level; // null until it is loaded
    private String text;
    private boolean failed;

    /**
     * Starts the game.
     *
     * @param assets the URL of the folder with the level; empty in the browser, where the folder of the page has it
     */
    public Game(String assets) {
        http.setBaseUrl(assets);
        http.settings().setTimeout(20);
        loadLevel();
    }

    private void loadLevel() {
        failed = false;
        text = "Loading";
        http.get("level.json", response -> {
            if (response.isOk()) {
                start(response.text());
            } else {
                fail(response.message());
            }
        });
    }

    private void start(String json) {
        try {
            level = new Level(json);
            text = level.title();
        } catch (RuntimeException e) {
            fail("The level is damaged: " + e.getMessage());
        }
    }

    private void fail(String message) {
        failed = true;
        text = message;
    }

    /** Moves the game and its requests on. Call it once a frame. */
    public void update() {
        http.poll();
    }

    /** The player clicks or touches a point of the screen. */
    public void tap(int x, int y) {
        if (failed) {
            loadLevel();
        } else if (level != null) {
            level.catchStar(x, y);
            if (level.isWon()) {
                text = "You have caught all stars.";
            }
        }
    }

    /** Draws the game. Call it once a frame. */
    public void draw(Screen screen) {
        screen.clear(NIGHT);
        if (level != null) {
            level.draw(screen, STAR);
        }
        int y = 280;
        for (int start = 0; start < text.length();) {
            int end = endOfLine(start);
            screen.text(text.substring(start, end), LEFT, y, STAR);
            y += LINE_HEIGHT;
            start = end;
        }
        if (failed) {
            screen.text("Click to try again.", LEFT, y, STAR);
        }
    }

    /** Returns where a line of the text ends: after a space, if there is one. */
    private int endOfLine(int start) {
        if (text.length() - start <= COLUMNS) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', start + COLUMNS - 1);
        return space > start ? space + 1 : start + COLUMNS;
    }
}
