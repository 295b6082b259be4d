package io.github.pollhttp.demo.game.desktop;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import io.github.pollhttp.demo.game.Canvas;
import io.github.pollhttp.demo.game.Picture;
import io.github.pollhttp.demo.game.desktop.DesktopPlatform.DecodedPicture;

/** Draws with Java2D. */
final class Java2DCanvas implements Canvas {
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.BOLD, 12);

    private final Graphics2D graphics;
    private final double width;
    private final double height;

    Java2DCanvas(Graphics2D graphics, double width, double height) {
        this.graphics = graphics;
        this.width = width;
        this.height = height;
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return height;
    }

    @Override
    public void setAlpha(double alpha) {
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) alpha));
    }

    @Override
    public void fill(double x, double y, double wide, double high, int color) {
        graphics.setColor(new Color(color));
        graphics.fill(new Rectangle2D.Double(x, y, wide, high));
    }

    @Override
    public void sprite(Picture picture, int part, double x, double y, double size) {
        BufferedImage image = ((DecodedPicture) picture).image();
        int side = image.getHeight();
        int left = (int) Math.round(x);
        int top = (int) Math.round(y);
        int drawn = (int) Math.round(size);
        graphics.drawImage(image, left, top, left + drawn, top + drawn, part * side, 0, (part + 1) * side, side, null);
    }

    @Override
    public void text(String text, double x, double y, double size, int color, Align align) {
        double shift = align == Align.LEFT ? 0 : textWidth(text, size) / (align == Align.CENTER ? 2 : 1);
        graphics.setFont(FONT.deriveFont((float) size));
        graphics.setColor(new Color(color));
        graphics.drawString(text, (float) (x - shift), (float) y);
    }

    @Override
    public double textWidth(String text, double size) {
        return graphics.getFontMetrics(FONT.deriveFont((float) size)).stringWidth(text);
    }
}
