package com.example.game.web;

import org.teavm.jso.browser.Window;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLCanvasElement;

import com.example.game.Game;

/** The game in a page. */
public final class WebLauncher {
    private static final HTMLCanvasElement CANVAS = (HTMLCanvasElement) Window.current().getDocument()
            .getElementById("game");
    private static final Game GAME = new Game("");
    private static final CanvasScreen SCREEN = new CanvasScreen((CanvasRenderingContext2D) CANVAS.getContext("2d"));

    private WebLauncher() {}

    public static void main(String[] args) {
        CANVAS.onMouseDown(WebLauncher::tap); // browsers report a touch, too
        frame(0);
    }

    private static void frame(double timestamp) {
        GAME.update();
        GAME.draw(SCREEN);
        Window.requestAnimationFrame(WebLauncher::frame);
    }

    /** A small window shows the canvas smaller than it is. */
    private static void tap(MouseEvent event) {
        GAME.tap(event.getOffsetX() * CANVAS.getWidth() / CANVAS.getClientWidth(),
                event.getOffsetY() * CANVAS.getHeight() / CANVAS.getClientHeight());
    }
}
