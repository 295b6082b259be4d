package io.github.pollhttp.e2e.snippets;

// snippet: readme-web
import org.teavm.jso.browser.Window;

/** Stands for the loop of a game in the browser. */
public final class WebMain {
    private static final FirstRequest REQUEST = new FirstRequest();

    private WebMain() {}

    public static void main(String[] args) {
        frame(0);
    }

    private static void frame(double timestamp) {
        if (!REQUEST.frame()) {
            Window.requestAnimationFrame(WebMain::frame);
        }
    }
}
// end
