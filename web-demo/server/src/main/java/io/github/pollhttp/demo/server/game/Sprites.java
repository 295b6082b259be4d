package io.github.pollhttp.demo.server.game;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

/** Draws the sprites of the game: a ship, a star, a rock and a heart, side by side. */
final class Sprites {
    private static final int SIZE = 128;
    private static final int COUNT = 4;

    private Sprites() {}

    static byte[] png() {
        BufferedImage image = new BufferedImage(COUNT * SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.translate(SIZE / 2, SIZE / 2);
        ship(graphics);
        graphics.translate(SIZE, 0);
        shape(graphics, star(), 0xfff3b0, 0xffb52e);
        graphics.translate(SIZE, 0);
        rock(graphics);
        graphics.translate(SIZE, 0);
        shape(graphics, heart(), 0xff9db0, 0xe8365d);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // never: the bytes stay in memory
        }
        return png.toByteArray();
    }

    private static void shape(Graphics2D graphics, Shape shape, int upper, int lower) {
        graphics.setPaint(new GradientPaint(0, -50, new Color(upper), 0, 50, new Color(lower)));
        graphics.fill(shape);
        graphics.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setPaint(new Color(0x60ffffff, true));
        graphics.draw(shape);
    }

    private static void ship(Graphics2D graphics) {
        shape(graphics, polygon(-14, 40, 0, 62, 14, 40), 0xfff3b0, 0xff8a2e);
        shape(graphics, polygon(0, -20, 54, 38, 0, 30, -54, 38), 0x5f8dff, 0x2450c8);
        shape(graphics, polygon(0, -60, 20, 0, 16, 44, -16, 44, -20, 0), 0xffffff, 0xb9c6ea);
        shape(graphics, new Ellipse2D.Double(-9, -22, 18, 28), 0x7fe3ff, 0x1c6fb8);
    }

    private static void rock(Graphics2D graphics) {
        shape(graphics, polygon(-8, -52, 30, -44, 52, -10, 44, 30, 14, 54, -26, 46, -52, 16, -44, -30), 0xa08d84,
                0x54463f);
        graphics.setPaint(new Color(0x40000000, true));
        graphics.fill(new Ellipse2D.Double(-30, -26, 26, 22));
        graphics.fill(new Ellipse2D.Double(8, 2, 30, 26));
        graphics.fill(new Ellipse2D.Double(-18, 20, 16, 14));
    }

    private static Shape star() {
        double[] points = new double[20];
        for (int i = 0; i < 10; i++) {
            double angle = Math.PI * (i / 5.0 - 0.5);
            double radius = i % 2 == 0 ? 56 : 25;
            points[2 * i] = radius * Math.cos(angle);
            points[2 * i + 1] = radius * Math.sin(angle);
        }
        return polygon(points);
    }

    private static Shape heart() {
        Path2D heart = new Path2D.Double();
        heart.moveTo(0, 52);
        heart.curveTo(-70, 0, -52, -50, -24, -46);
        heart.curveTo(-10, -46, 0, -34, 0, -24);
        heart.curveTo(0, -34, 10, -46, 24, -46);
        heart.curveTo(52, -50, 70, 0, 0, 52);
        heart.closePath();
        return heart;
    }

    /** @param points pairs of coordinates around the middle */
    private static Shape polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }
}
