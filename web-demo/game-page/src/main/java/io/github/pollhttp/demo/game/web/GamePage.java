package io.github.pollhttp.demo.game.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLDocument;

import io.github.pollhttp.demo.game.Game;
import io.github.pollhttp.demo.game.GameState;
import io.github.pollhttp.demo.game.Key;

/** Starts the game, calls it once per animation frame, and passes keys, fingers and the mouse on to it. */
public final class GamePage {
    private static final int NO_FINGER = -2; // -1 is the id of an event that comes from no device

    private final HTMLCanvasElement element = (HTMLCanvasElement) HTMLDocument.current().getElementById("game");
    private final PageCanvas canvas = new PageCanvas(element);
    private final Game game = new Game(server(), keepsScores(), new PagePlatform());

    /** The pointer that steers: the last one that went down. A second finger takes over. */
    private int finger = NO_FINGER;

    private GamePage() {}

    /**
     * Starts the game. The query of the page may name another server: {@code ?server=http://localhost:8081/game/}. With {@code ?scores=off}, the game
     * does not ask for scores, because the server has only files.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        GamePage page = new GamePage();
        page.listen();
        page.frame();
    }

    @JSBody(script = "return new URLSearchParams(location.search).get('server') || '';")
    private static native String server();

    @JSBody(script = "return new URLSearchParams(location.search).get('scores') !== 'off';")
    private static native boolean keepsScores();

    private void frame() {
        canvas.resize();
        game.frame(canvas);
        describe(game.state());
        Window.requestAnimationFrame(timestamp -> frame());
    }

    /** Screen readers and tests cannot read the canvas. */
    private void describe(GameState state) {
        element.setAttribute("data-scene", state.scene());
        element.setAttribute("data-step", String.valueOf(state.step()));
        element.setAttribute("data-score", String.valueOf(state.score()));
        element.setAttribute("data-message", state.message());
        element.setAttribute("data-live", state.live());
        element.setAttribute("aria-label",
                "Star Courier, " + state.scene() + ", score " + state.score() + ". " + state.message());
    }

    private void listen() {
        Window window = Window.current();
        window.addEventListener("keydown", event -> press((KeyboardEvent) event));
        window.addEventListener("keyup", event -> {
            Key key = key(((KeyboardEvent) event).getKey());
            if (key != null) {
                game.release(key);
            }
        });
        window.addEventListener("blur", event -> game.releaseAll());
        window.addEventListener("pagehide", event -> game.close());
        element.addEventListener("contextmenu", Event::preventDefault); // a finger that stays down opens no menu
        element.addEventListener("pointerdown", event -> {
            finger = pointerId(event);
            game.touch(((MouseEvent) event).getClientX(), ((MouseEvent) event).getClientY());
        });
        window.addEventListener("pointermove", event -> {
            if (pointerId(event) == finger) {
                game.drag(((MouseEvent) event).getClientX());
            }
        });
        window.addEventListener("pointerup", this::lift);
        window.addEventListener("pointercancel", this::lift);
    }

    private void lift(Event event) {
        if (pointerId(event) == finger) {
            finger = NO_FINGER;
            game.lift();
        }
    }

    @JSBody(params = "event", script = "return event.pointerId;")
    private static native int pointerId(Event event);

    private void press(KeyboardEvent event) {
        if (event.isRepeat() || event.isCtrlKey() || event.isMetaKey() || event.isAltKey()) {
            return;
        }
        Key key = key(event.getKey());
        if (key != null) {
            event.preventDefault(); // for example F3 opens a search
            game.press(key);
        } else if (event.getKey().length() == 1) {
            game.type(event.getKey().charAt(0));
        }
    }

    private static Key key(String name) {
        return switch (name) {
            case "ArrowLeft" -> Key.LEFT;
            case "ArrowRight" -> Key.RIGHT;
            case "ArrowUp" -> Key.UP;
            case "ArrowDown" -> Key.DOWN;
            case "Enter" -> Key.ENTER;
            case "Escape" -> Key.ESCAPE;
            case "F3" -> Key.F3;
            default -> null;
        };
    }
}
