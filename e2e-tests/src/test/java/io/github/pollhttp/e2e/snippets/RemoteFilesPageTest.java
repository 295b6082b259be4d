package io.github.pollhttp.e2e.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.badlogic.gdx.Application;
import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Graphics;
import com.badlogic.gdx.Net;
import com.badlogic.gdx.assets.AssetManager;
import com.badlogic.gdx.assets.loaders.resolvers.InternalFileHandleResolver;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.utils.GdxNativesLoader;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.gdx.PollNet;
import io.github.pollhttp.gdx.RemoteFiles;
import io.github.pollhttp.testing.Reply;
import io.github.pollhttp.testing.ScriptedNetwork;

/** The Java of {@code docs/libgdx.md} that needs the {@code AssetManager} of libGDX. It runs without a window: OpenGL does nothing here. */
class RemoteFilesPageTest {

    private static final class AssetGame extends ApplicationAdapter {
        final List<String> shown = new ArrayList<>();
        final List<Texture> drawn = new ArrayList<>();

        void show(String text) {
            shown.add(text);
        }

        void draw(Texture texture) {
            drawn.add(texture);
        }

        // snippet: gdx-remote-files
        private static final String HERO = "https://example.com/game/hero.png";

        private RemoteFiles files;
        private AssetManager assets;
        private String problem; // null while all is well

        @Override
        public void create() {
            PollNet net = PollNet.over(Gdx.net);
            Gdx.net = net;
            files = new RemoteFiles(net.queue(), new InternalFileHandleResolver()); // for paths that are no URLs
            assets = new AssetManager(files);
            load(HERO, Texture.class);
        }

        private void load(String url, Class<?> type) {
            files.download(url, sentence -> problem = sentence);
            assets.load(url, type);
        }

        @Override
        public void render() {
            if (problem != null) {
                show(problem);
            } else if (!files.isDone()) {
                show((int) (100 * files.getProgress()) + " %");
            } else if (assets.update()) {
                draw(assets.get(HERO, Texture.class));
            }
        }
        // end

        @Override
        public void dispose() {
            assets.dispose();
        }
    }

    private final Queue<Runnable> posted = new ArrayDeque<>();
    private final AssetGame game = new AssetGame();
    private final ScriptedNetwork network = ScriptedNetwork.install();

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }

    @BeforeAll
    static void loadNatives() {
        GdxNativesLoader.load();
    }

    @BeforeEach
    void installApplication() {
        Gdx.app = fake(Application.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "postRunnable" -> posted.add((Runnable) arguments[0]);
                case "hashCode" -> {
                    return 1;
                }
                case "equals" -> {
                    return proxy == arguments[0];
                }
                default -> throw new UnsupportedOperationException(method.getName());
            }
            return null;
        });
        Gdx.net = fake(Net.class, (proxy, method, arguments) -> null);
        Gdx.graphics = fake(Graphics.class, (proxy, method, arguments) -> false); // it supports no extension
        Gdx.gl20 = fake(GL20.class, (proxy, method, arguments) -> method.getReturnType() == int.class ? 1 : null);
        Gdx.gl = Gdx.gl20;
    }

    @AfterEach
    void close() {
        network.close();
        game.dispose();
        Gdx.app = null;
        Gdx.net = null;
        Gdx.graphics = null;
        Gdx.gl20 = null;
        Gdx.gl = null;
    }

    private void frame() {
        for (int i = posted.size(); i > 0; i--) {
            posted.remove().run();
        }
        game.render();
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 2, BufferedImage.TYPE_INT_ARGB), "png", png);
        return png.toByteArray();
    }

    @Test
    void textureIsDrawnAfterItsDownload() throws IOException {
        byte[] png = png();
        network.on(AssetGame.HERO, Reply.of(200, png).atRate(png.length));
        game.create();
        network.play(0.5, this::frame);
        String half = game.shown.get(game.shown.size() - 1);
        assertTrue(half.matches("(4.|50) %"), half);
        network.play(1, this::frame);
        game.assets.finishLoading(); // by a thread of the AssetManager
        frame();
        assertEquals(4, game.drawn.get(0).getWidth());
    }

    @Test
    void failureIsShown() {
        network.on(AssetGame.HERO, Reply.failure(Reason.REFUSED));
        game.create();
        network.play(1, this::frame);
        String last = game.shown.get(game.shown.size() - 1);
        assertTrue(last.contains("refused"), last);
    }
}
