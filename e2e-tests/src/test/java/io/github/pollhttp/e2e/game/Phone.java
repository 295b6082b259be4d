package io.github.pollhttp.e2e.game;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotScale;

/** The game on a phone, as its player has it: fingers, and a look at the screen. Positions are in CSS pixels. */
record Phone(Page page, CDPSession session) implements AutoCloseable {
    /** The colour of the game's buttons, and of the letter that is selected. */
    private static final int ACCENT = 0x3f8cff;

    /** Where a finger is. */
    record Finger(int id, double x, double y) {}

    static Phone of(Page page, String url) {
        Phone phone = new Phone(page, page.context().newCDPSession(page));
        page.navigate(url);
        return phone;
    }

    void awaitScene(String scene) {
        page.waitForSelector("#game[data-scene=" + scene + "]");
    }

    /** @param condition JavaScript about {@code game}, the data of the canvas */
    void await(String condition) {
        page.waitForFunction(
                "() => { const game = document.getElementById('game').dataset; return " + condition + "; }");
    }

    String message() {
        return page.getAttribute("#game", "data-message");
    }

    void tap(double x, double y) {
        page.touchscreen().tap(x, y);
    }

    void tap(Rectangle box) {
        tap(box.getCenterX(), box.getCenterY());
    }

    /** @param all the fingers that are down, and the one that goes down */
    void down(Finger... all) {
        touch("touchStart", all);
    }

    void move(Finger... all) {
        touch("touchMove", all);
    }

    /** Lifts all fingers. */
    void up() {
        touch("touchEnd");
    }

    private void touch(String type, Finger... fingers) {
        JsonArray points = new JsonArray();
        for (Finger each : fingers) {
            JsonObject point = new JsonObject();
            point.addProperty("id", each.id());
            point.addProperty("x", each.x());
            point.addProperty("y", each.y());
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        session.send("Input.dispatchTouchEvent", event);
    }

    /** Takes a picture of the screen, with all its pixels. */
    void save(String name) throws IOException {
        page.screenshot(new ScreenshotOptions()
                .setPath(Files.createDirectories(Path.of("target", "game")).resolve(name + ".png")));
    }

    /** Returns the boxes in the colour of the buttons that are on the screen, from the top. No two of them stand side by side. */
    List<Rectangle> boxes() throws IOException {
        BufferedImage screen = ImageIO.read(new ByteArrayInputStream(
                page.screenshot(new ScreenshotOptions().setScale(ScreenshotScale.CSS))));
        List<Rectangle> boxes = new ArrayList<>();
        Rectangle box = null;
        for (int y = 0; y < screen.getHeight(); y++) {
            Rectangle row = row(screen, y);
            if (row == null) {
                box = null;
            } else if (box == null) {
                box = row;
                boxes.add(box);
            } else {
                box.add(row);
            }
        }
        return boxes;
    }

    /** From the first pixel of the colour to the last one; null if there is none. */
    private static Rectangle row(BufferedImage screen, int y) {
        Rectangle row = null;
        for (int x = 0; x < screen.getWidth(); x++) {
            if ((screen.getRGB(x, y) & 0xffffff) == ACCENT) {
                row = row == null ? new Rectangle(x, y, 1, 1) : row.union(new Rectangle(x, y, 1, 1));
            }
        }
        return row;
    }

    @Override
    public void close() {
        page.close();
    }
}
