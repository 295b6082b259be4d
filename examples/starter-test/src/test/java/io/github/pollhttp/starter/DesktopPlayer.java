package io.github.pollhttp.starter;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.image.BufferedImage;
import java.io.File;

import javax.imageio.ImageIO;

/** Plays the game on the screen: clicks each star and saves pictures. A process of its own, because Java opens the screen that its environment names. */
final class DesktopPlayer {
    private static final int FRAME = 16;

    private final Robot robot;

    private DesktopPlayer() throws Exception {
        robot = new Robot();
    }

    /** The argument is the folder for the pictures. */
    public static void main(String[] args) throws Exception {
        new DesktopPlayer().play(new File(args[0]));
    }

    private void play(File folder) throws Exception {
        Point star = Picture.star(look());
        while (star == null) { // the test that started this process limits the time
            robot.delay(FRAME);
            star = Picture.star(look());
        }
        ImageIO.write(look(), "png", new File(folder, "begin.png"));
        while (star != null) {
            robot.mouseMove(star.x, star.y);
            robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
            robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
            robot.delay(FRAME);
            star = Picture.star(look());
        }
        ImageIO.write(look(), "png", new File(folder, "end.png"));
    }

    private BufferedImage look() {
        return robot.createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
    }
}
