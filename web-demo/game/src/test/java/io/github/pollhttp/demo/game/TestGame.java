package io.github.pollhttp.demo.game;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.github.pollhttp.spi.BackendProvider;
import io.github.pollhttp.testing.Reply;
import io.github.pollhttp.testing.ScriptedNetwork;

/** The game without a window, on a scripted network, whose clock is that of the game, too. */
final class TestGame implements Platform {
    static final String URL = "https://example.com/game/";
    static final Reply SCORES = Reply.of(200, "{\"scores\":[{\"name\":\"ADA\",\"points\":70}]}");
    /** One star in the way of the ship, and nothing else. */
    static final Reply LEVEL = level("\"...*...\"", true);

    private static final long FRAME = 1_000_000_000 / 60;
    private static final double SECOND = 1e9;

    final ScriptedNetwork network;
    final TestCanvas canvas = new TestCanvas();
    final List<String> log = new ArrayList<>();
    final Game game;

    private final LongSupplier clock = BackendProvider.installed()::nanoTime;
    private long frameBegan;

    TestGame(ScriptedNetwork network) {
        this(network, true);
    }

    TestGame(ScriptedNetwork network, boolean keepsScores) {
        this.network = network;
        game = new Game(URL, keepsScores, this);
    }

    static Reply level(String rows, boolean last) {
        return Reply.of(200, "{\"title\":\"Test\",\"speed\":300,\"last\":" + last + ",\"rows\":[" + rows + "]}");
    }

    /** Scripts a server on which everything works. */
    static void script(ScriptedNetwork network) {
        network.on(URL + "sprites.png", Reply.of(200, "a picture"));
        network.on(URL + "levels/1.json", LEVEL);
        network.on(URL + "scores", request -> request.body().length == 0
                ? SCORES
                : Reply.of(200, "{\"rank\":2,\"of\":5}"));
        network.on(URL + "scores/live", Reply.of(200, ": open\n\n", "Content-Type: text/event-stream").thenSilence());
        network.on(URL + "update.bin", Reply.of(200, new byte[2_000_000]).atRate(4_000_000));
    }

    void frame() {
        frameBegan = nanoTime();
        canvas.clear();
        game.frame(canvas);
    }

    /** Plays a frame as soon as a screen shows one: 1/60 s after the last one began, or at once if the last one took longer. */
    void frameOnScreen() {
        network.advance(Math.max(0, frameBegan + FRAME - nanoTime()) / SECOND);
        frame();
    }

    void play(double seconds) {
        network.play(seconds, this::frame);
    }

    void playUntil(BooleanSupplier condition) {
        network.playUntil(condition, this::frame);
    }

    void playUntilScene(String scene) {
        playUntil(() -> game.state().scene().equals(scene));
    }

    /** Loads, and starts the first level. */
    void start() {
        playUntilScene("title");
        game.press(Key.ENTER);
    }

    @Override
    public Picture decode(byte[] png) {
        return () -> png.length > 0 ? Picture.State.READY : Picture.State.BROKEN;
    }

    @Override
    public long nanoTime() {
        return clock.getAsLong();
    }

    @Override
    public void log(String line) {
        log.add(line);
    }
}
