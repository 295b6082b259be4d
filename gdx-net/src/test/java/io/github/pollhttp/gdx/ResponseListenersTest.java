package io.github.pollhttp.gdx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.badlogic.gdx.Audio;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Graphics;
import com.badlogic.gdx.Net;
import com.badlogic.gdx.backends.headless.HeadlessNativesLoader;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.PixmapIO;
import com.badlogic.gdx.utils.GdxRuntimeException;

import io.github.pollhttp.request.HTTPResponse;

@Timeout(30)
class ResponseListenersTest {
    private static final byte[] TEXT = "no picture".getBytes();

    private final ManualApplication application = ManualApplication.install();
    private final PollNet net = PollNet.over(fake(Net.class, (name, args) -> null));
    private final List<String> results = new ArrayList<>();
    private TestServer server;

    private interface Call {
        Object of(String name, Object[] args);
    }

    private static <T> T fake(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (proxy, method, args) -> call.of(method.getName(), args)));
    }

    @BeforeAll
    static void loadNatives() {
        HeadlessNativesLoader.load();
    }

    @BeforeEach
    void startServer() throws IOException {
        server = TestServer.start();
    }

    @AfterEach
    void stopServer() {
        Gdx.graphics = null;
        Gdx.gl = null;
        Gdx.gl20 = null;
        Gdx.audio = null;
        server.close();
    }

    private void load(String url, Consumer<HTTPResponse> listener) {
        net.queue().get(url, listener);
        while (application.postedCount() > 0) {
            assertFalse(Thread.interrupted(), "the time limit has passed");
            application.frame();
            Thread.onSpinWait();
        }
    }

    private void failed(String message) {
        results.add("failed: " + message);
    }

    /** Returns a picture of 3 × 2 points. */
    private static byte[] png() throws IOException {
        Pixmap pixmap = new Pixmap(3, 2, Pixmap.Format.RGBA8888);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PixmapIO.PNG writer = new PixmapIO.PNG();
        writer.write(png, pixmap);
        writer.dispose();
        pixmap.dispose();
        return png.toByteArray();
    }

    @Test
    void pictureBecomesAPixmap() throws IOException {
        load(server.file("/a.png", png()), ResponseListeners.pixmap(pixmap -> {
            results.add(pixmap.getWidth() + "x" + pixmap.getHeight());
            pixmap.dispose();
        }, this::failed));

        assertEquals(List.of("3x2"), results);
    }

    @Test
    void pictureBecomesATextureOnTheRenderThread() throws IOException {
        Gdx.graphics = fake(Graphics.class, (name, args) -> name.equals("supportsExtension") ? false : null);
        Gdx.gl = Gdx.gl20 = fake(GL20.class, (name, args) -> {
            if (name.equals("glTexImage2D")) {
                results.add("uploaded on the render thread: " + application.isInFrame());
            }
            return name.equals("glGenTexture") ? 7 : null;
        });
        load(server.file("/a.png", png()),
                ResponseListeners.texture(
                        texture -> results.add(texture.getWidth() + "x" + texture.getHeight()), this::failed));

        assertEquals(List.of(), application.errors);
        assertEquals(List.of("uploaded on the render thread: true", "3x2"), results);
    }

    @Test
    void otherContentIsNoPicture() {
        load(server.file("/a.png", TEXT), ResponseListeners.pixmap(pixmap -> results.add("ready"), this::failed));
        load(server.url("/a.png"), ResponseListeners.texture(texture -> results.add("ready"), this::failed));

        assertEquals(List.of("failed: The response is not a picture that libGDX can read.",
                "failed: The response is not a picture that libGDX can read."), results);
        assertEquals(2, application.errors.size());
    }

    @Test
    void a404IsNoPicture() throws IOException {
        load(server.url("/a.png?key=secret"),
                ResponseListeners.pixmap(pixmap -> results.add("ready"), this::failed));

        assertEquals(List.of("failed: \"" + server.url("/a.png") + "?...\" answered 404 Not Found."), results);
    }

    @Test
    void textBecomesJson() {
        load(server.file("/a.json", "{\"level\": 7}".getBytes()),
                ResponseListeners.json(json -> results.add("level " + json.getInt("level")), this::failed));
        load(server.file("/a.json", "{\"level\": ".getBytes()),
                ResponseListeners.json(json -> results.add("ready"), this::failed));

        assertEquals(List.of("level 7", "failed: The response is not JSON that libGDX can read."), results);
    }

    @Test
    void soundAndMusicAreFilesInMemory() {
        Gdx.audio = fake(Audio.class, (name, args) -> {
            FileHandle file = (FileHandle) args[0];
            results.add(name + " " + file.extension() + " " + file.length() + " " + file.readString());
            return null;
        });
        String url = server.file("/a.ogg", "notes".getBytes());
        load(url + "?version=1.2", ResponseListeners.sound(sound -> results.add("ready"), this::failed));
        load(url, ResponseListeners.music(music -> results.add("ready"), this::failed));

        assertEquals(List.of("newSound ogg 5 notes", "ready", "newMusic ogg 5 notes", "ready"), results);
    }

    @Test
    void anExceptionOfTheGameIsNotTakenForBadContent() {
        assertThrows(IllegalStateException.class,
                () -> load(server.file("/a.json", "{}".getBytes()), ResponseListeners.json(json -> {
                    throw new IllegalStateException("the game");
                }, this::failed)));
        assertEquals(List.of(), results);
    }

    @Test
    void fileInMemoryCanOnlyBeRead() {
        MemoryFile file = new MemoryFile("a.txt", TEXT);

        assertEquals("no picture", file.readString());
        assertEquals(TEXT.length, file.length());
        assertEquals(true, file.exists());
        assertEquals(false, file.isDirectory());
        assertThrows(GdxRuntimeException.class, file::map);
    }
}
