package io.github.pollhttp.gdx;

import java.util.function.Consumer;
import java.util.function.Function;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.audio.Music;
import com.badlogic.gdx.audio.Sound;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.utils.JsonReader;
import com.badlogic.gdx.utils.JsonValue;

import io.github.pollhttp.request.HTTPResponse;

/**
 * Listeners for {@link PollNet#queue()} that make libGDX's objects from responses:
 *
 * <pre>{@code
 * // show(String) is a method of your game.
 * PollNet net = PollNet.over(Gdx.net);
 * net.queue().get("https://example.com/level.json",
 *         ResponseListeners.json(json -> show(json.getString("title")), this::show));
 * }</pre>
 *
 * <p>
 * Each request calls one of the two consumers, once and on the render thread: the first one with the object, or the second one with a sentence for the
 * player. The game has to dispose of the object. If the response is {@linkplain HTTPResponse#isOk ok}, but libGDX cannot decode its body, the sentence
 * says so, and {@code Gdx.app.error} logs the exception of libGDX. Decoding happens in the frame of the callback, so a large file delays that frame.
 * The backend of libGDX decides which formats of pictures and sounds it can decode. It recognizes the format of a sound by the end of the URL's path,
 * such as {@code .ogg}.
 */
public final class ResponseListeners {
    private ResponseListeners() {}

    /**
     * Creates a listener for a pixmap: a picture in memory, not on the graphics card.
     *
     * @param ready  receives the picture
     * @param failed receives a sentence that says why there is none
     * @return the listener
     */
    public static Consumer<HTTPResponse> pixmap(Consumer<Pixmap> ready, Consumer<String> failed) {
        return listener("a picture", ResponseListeners::pixmap, ready, failed);
    }

    /**
     * Creates a listener for a texture. After the graphics context was lost, libGDX cannot load it again; the game has to request it again.
     *
     * @param ready  receives the texture
     * @param failed receives a sentence that says why there is none
     * @return the listener
     */
    public static Consumer<HTTPResponse> texture(Consumer<Texture> ready, Consumer<String> failed) {
        return listener("a picture", ResponseListeners::texture, ready, failed);
    }

    /**
     * Creates a listener for JSON, which is decoded as UTF-8.
     *
     * @param ready  receives the root; null for an empty text
     * @param failed receives a sentence that says why there is none
     * @return the listener
     */
    public static Consumer<HTTPResponse> json(Consumer<JsonValue> ready, Consumer<String> failed) {
        return listener("JSON", response -> new JsonReader().parse(response.text()), ready, failed);
    }

    /**
     * Creates a listener for a sound.
     *
     * @param ready  receives the sound
     * @param failed receives a sentence that says why there is none
     * @return the listener
     */
    public static Consumer<HTTPResponse> sound(Consumer<Sound> ready, Consumer<String> failed) {
        return listener("a sound", response -> Gdx.audio.newSound(file(response)), ready, failed);
    }

    /**
     * Creates a listener for music. The complete file stays in memory.
     *
     * @param ready  receives the music
     * @param failed receives a sentence that says why there is none
     * @return the listener
     */
    public static Consumer<HTTPResponse> music(Consumer<Music> ready, Consumer<String> failed) {
        return listener("music", response -> Gdx.audio.newMusic(file(response)), ready, failed);
    }

    private static <T> Consumer<HTTPResponse> listener(String kind, Function<HTTPResponse, T> decoder,
            Consumer<T> ready, Consumer<String> failed) {
        return response -> {
            if (!response.isOk()) {
                failed.accept(response.message());
                return;
            }
            T made;
            try {
                made = decoder.apply(response);
            } catch (RuntimeException e) {
                String message = "The response is not " + kind + " that libGDX can read.";
                Gdx.app.error("PollNet", message, e);
                failed.accept(message);
                return;
            }
            ready.accept(made);
        };
    }

    private static Pixmap pixmap(HTTPResponse response) {
        return new Pixmap(response.bytes(), 0, response.bytes().length);
    }

    private static Texture texture(HTTPResponse response) {
        Pixmap pixmap = pixmap(response);
        try {
            return new Texture(pixmap);
        } finally {
            pixmap.dispose();
        }
    }

    private static FileHandle file(HTTPResponse response) {
        return new MemoryFile(MemoryFile.pathOf(response.url()), response.bytes());
    }
}
