package io.github.pollhttp.stars.server;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Polygon;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

import javax.imageio.ImageIO;

/** Paints the picture of the game: mountains at a lake, in a summer night. */
final class Picture {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;
    private static final int SHORE = 800;

    private Picture() {}

    static byte[] png() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        sky(graphics);
        mountains(graphics, 11, 560, 190, new Color(0x4b3f72));
        mountains(graphics, 5, 640, 150, new Color(0x32315d));
        mountains(graphics, 23, 730, 80, new Color(0x1b2145));
        lake(graphics, image);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private static void sky(Graphics2D graphics) {
        graphics.setPaint(new LinearGradientPaint(0, 0, 0, SHORE, new float[]{0, 0.45f, 0.8f, 1},
                new Color[]{new Color(0x0b1026), new Color(0x2b2a63), new Color(0x9a5a8c), new Color(0xf2a07b)}));
        graphics.fillRect(0, 0, WIDTH, SHORE);
        Random random = new Random(7);
        for (int i = 0; i < 260; i++) {
            graphics.setColor(new Color(255, 255, 255, 40 + random.nextInt(140)));
            int size = 1 + random.nextInt(3);
            graphics.fillOval(random.nextInt(WIDTH), random.nextInt(SHORE / 2), size, size);
        }
        graphics.setPaint(new RadialGradientPaint(1240, 300, 260, new float[]{0, 0.24f, 0.25f, 1},
                new Color[]{new Color(0xfff4d6), new Color(0xfff4d6), new Color(255, 244, 214, 70),
                        new Color(255, 244, 214, 0)}));
        graphics.fillRect(0, 0, WIDTH, SHORE);
    }

    /** Paints a ridge by halving the distance between two points again and again, each time with a smaller random shift. */
    private static void mountains(Graphics2D graphics, int seed, int middle, int roughness, Color color) {
        int steps = 256;
        double[] heights = new double[steps + 1];
        heights[0] = heights[steps] = middle;
        Random random = new Random(seed);
        double shift = roughness;
        for (int step = steps; step > 1; step /= 2) {
            for (int i = step / 2; i < steps; i += step) {
                heights[i] = (heights[i - step / 2] + heights[i + step / 2]) / 2 + (random.nextDouble() - 0.5) * shift;
            }
            shift *= 0.55;
        }
        Polygon ridge = new Polygon();
        for (int i = 0; i <= steps; i++) {
            ridge.addPoint(WIDTH * i / steps, (int) heights[i]);
        }
        ridge.addPoint(WIDTH, SHORE);
        ridge.addPoint(0, SHORE);
        graphics.setPaint(new GradientPaint(0, middle - roughness, color, 0, SHORE, color.darker()));
        graphics.fillPolygon(ridge);
    }

    /** Paints the lake as a mirror that becomes darker with the distance from the shore. */
    private static void lake(Graphics2D graphics, BufferedImage image) {
        int depth = HEIGHT - SHORE;
        graphics.drawImage(image, 0, SHORE, WIDTH, HEIGHT, 0, SHORE, WIDTH, SHORE - 3 * depth, null);
        graphics.setPaint(
                new GradientPaint(0, SHORE, new Color(11, 16, 38, 110), 0, HEIGHT, new Color(11, 16, 38, 210)));
        graphics.fillRect(0, SHORE, WIDTH, depth);
        graphics.setColor(new Color(255, 244, 214, 30));
        Random random = new Random(3);
        for (int i = 0; i < 120; i++) {
            int width = 20 + random.nextInt(120);
            graphics.fillRect(random.nextInt(WIDTH), SHORE + random.nextInt(depth), width, 2);
        }
    }
}
