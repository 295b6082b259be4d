package io.github.pollhttp.demo.game.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLImageElement;

import io.github.pollhttp.demo.game.Canvas;
import io.github.pollhttp.demo.game.Picture;

/** Draws on the canvas of the page, with as many pixels as the screen has. */
final class PageCanvas implements Canvas {
    private final HTMLCanvasElement element;
    private final CanvasRenderingContext2D context;

    PageCanvas(HTMLCanvasElement element) {
        this.element = element;
        this.context = (CanvasRenderingContext2D) element.getContext("2d");
    }

    @JSBody(script = "return devicePixelRatio;")
    private static native double pixelRatio();

    /** Follows the size of the window. Setting the size of a canvas clears it, so an equal size is not set again. */
    void resize() {
        double ratio = pixelRatio();
        int wide = (int) Math.round(width() * ratio);
        int high = (int) Math.round(height() * ratio);
        if (element.getWidth() != wide || element.getHeight() != high) {
            element.setWidth(wide);
            element.setHeight(high);
        }
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
    }

    @Override
    public double width() {
        return element.getClientWidth();
    }

    @Override
    public double height() {
        return element.getClientHeight();
    }

    @Override
    public void setAlpha(double alpha) {
        context.setGlobalAlpha(alpha);
    }

    @Override
    public void fill(double x, double y, double wide, double high, int color) {
        context.setFillStyle(css(color));
        context.fillRect(x, y, wide, high);
    }

    @Override
    public void sprite(Picture picture, int part, double x, double y, double size) {
        HTMLImageElement image = ((PagePicture) picture).image();
        int side = image.getNaturalHeight();
        context.drawImage(image, part * side, 0, side, side, x, y, size, size);
    }

    @Override
    public void text(String text, double x, double y, double size, int color, Align align) {
        context.setFont(font(size));
        context.setFillStyle(css(color));
        context.setTextAlign(switch (align) {
            case LEFT -> "left";
            case CENTER -> "center";
            case RIGHT -> "right";
        });
        context.fillText(text, x, y);
    }

    @Override
    public double textWidth(String text, double size) {
        context.setFont(font(size));
        return context.measureText(text).getWidth();
    }

    private static String font(double size) {
        return "bold " + size + "px system-ui, sans-serif";
    }

    private static String css(int color) {
        String digits = Integer.toHexString(color);
        return "#000000".substring(0, 7 - digits.length()) + digits;
    }
}
