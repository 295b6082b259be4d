package io.github.pollhttp.e2e.snippets;

import java.util.Base64;

import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;
import org.teavm.jso.canvas.CanvasImageSource;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.webaudio.AudioBuffer;
import org.teavm.jso.webaudio.AudioBufferSourceNode;
import org.teavm.jso.webaudio.AudioContext;

import io.github.pollhttp.queue.HTTPRequestQueue;

/** The Java of {@code docs/recipes.md} that only a browser can run. */
final class PageRecipeSnippets extends Game {
    private final HTTPRequestQueue http = HTTPRequestQueue.create();
    private final HTMLCanvasElement canvas = (HTMLCanvasElement) Window.current().getDocument().createElement("canvas");
    private final CanvasRenderingContext2D context = (CanvasRenderingContext2D) canvas.getContext("2d");

    // snippet: page-picture
    private CanvasImageSource hero; // null until it is decoded

    void loadHero() {
        http.get("hero.png", response -> {
            if (response.isOk()) {
                decode(Int8Array.copyFromJavaArray(response.bytes())).then(bitmap -> hero = bitmap, error -> {
                    show("The picture is damaged.");
                    return null;
                });
            } else {
                show(response.message());
            }
        });
    }

    @JSBody(params = "bytes", script = "return createImageBitmap(new Blob([bytes]));")
    private static native JSPromise<CanvasImageSource> decode(Int8Array bytes);

    void draw() {
        if (hero != null) {
            context.drawImage(hero, 100, 50);
        }
    }
    // end

    // snippet: page-sound
    private final AudioContext audio = new AudioContext();
    private AudioBuffer sound; // null until it is decoded

    void loadSound() {
        http.get("jump.wav", response -> {
            if (response.isOk()) {
                audio.decodeAudioData(Int8Array.copyFromJavaArray(response.bytes()).getBuffer(),
                        decoded -> sound = decoded, error -> show("The sound is damaged."));
            } else {
                show(response.message());
            }
        });
    }

    void playSound() {
        if (sound != null) {
            audio.resume(); // browsers play nothing before the player's first click or key
            AudioBufferSourceNode source = audio.createBufferSource();
            source.setBuffer(sound);
            source.connect(audio.getDestination());
            source.start();
        }
    }
    // end

    // snippet: page-screenshot
    byte[] screenshot() {
        String url = canvas.toDataURL("image/png"); // data:image/png;base64, and the picture
        return Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
    }
    // end

    // snippet: page-hidden
    void pollWhileHidden() {
        Window.setInterval(http::poll, 1000);
    }
    // end
}
