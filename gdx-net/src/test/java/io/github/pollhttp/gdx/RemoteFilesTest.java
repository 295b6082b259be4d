package io.github.pollhttp.gdx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.badlogic.gdx.assets.AssetDescriptor;
import com.badlogic.gdx.assets.AssetLoaderParameters;
import com.badlogic.gdx.assets.AssetManager;
import com.badlogic.gdx.assets.loaders.AsynchronousAssetLoader;
import com.badlogic.gdx.assets.loaders.FileHandleResolver;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.g2d.TextureAtlas.TextureAtlasData;
import com.badlogic.gdx.utils.Array;
import com.badlogic.gdx.utils.GdxRuntimeException;

import io.github.pollhttp.queue.HTTPRequestQueue;

@Timeout(30)
class RemoteFilesTest {
    private final HTTPRequestQueue queue = HTTPRequestQueue.create();
    private final RemoteFiles files = new RemoteFiles(queue, path -> new MemoryFile(path, "local".getBytes()));
    private final List<String> failures = new ArrayList<>();
    private TestServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = TestServer.start();
    }

    @AfterEach
    void stopServer() {
        queue.close();
        server.close();
    }

    private void pollUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertFalse(Thread.interrupted(), "the time limit has passed");
            queue.poll();
            Thread.onSpinWait();
        }
    }

    private void download(String url) {
        files.download(url, failures::add);
        pollUntil(files::isDone);
    }

    /** Loads a text on the thread of the AssetManager. */
    private static final class TextLoader extends AsynchronousAssetLoader<String, AssetLoaderParameters<String>> {
        private String text;

        TextLoader(FileHandleResolver resolver) {
            super(resolver);
        }

        @Override
        public void loadAsync(AssetManager manager, String fileName, FileHandle file,
                AssetLoaderParameters<String> parameter) {
            text = file.readString();
        }

        @Override
        public String loadSync(AssetManager manager, String fileName, FileHandle file,
                AssetLoaderParameters<String> parameter) {
            return text;
        }

        @Override
        @SuppressWarnings("rawtypes") // as in libGDX
        public Array<AssetDescriptor> getDependencies(String fileName, FileHandle file,
                AssetLoaderParameters<String> parameter) {
            return null;
        }
    }

    @Test
    void assetManagerLoadsDownloadedFilesAndOthers() {
        String url = server.file("/a.txt", "remote".getBytes());
        AssetManager assets = new AssetManager(files, false);
        assets.setLoader(String.class, new TextLoader(files));
        assets.load(url, String.class);
        assets.load("b.txt", String.class);
        download(url);
        assets.finishLoading();

        assertEquals("remote", assets.get(url, String.class));
        assertEquals("local", assets.get("b.txt", String.class));
        assets.dispose();
    }

    @Test
    void atlasFindsItsPictureNextToIt() {
        String atlas = server.file("/pictures/a.atlas",
                "a.png\nsize: 2,2\nrepeat: none\nhero\nbounds: 0,0,2,2\n".getBytes());
        download(atlas);
        download(server.file("/pictures/a.png", "picture".getBytes()));
        FileHandle file = files.resolve(atlas);
        FileHandle picture = new TextureAtlasData(file, file.parent(), false).getPages().first().textureFile;

        assertEquals("picture", picture.readString());
        assertEquals(server.url("/pictures/a.png"), picture.path());
        assertEquals("png", picture.extension());
        assertEquals("picture", file.sibling("a.png").readString());
    }

    @Test
    void aFileThatIsNotDownloadedIsAnErrorWithAdvice() {
        String message = assertThrows(GdxRuntimeException.class,
                () -> files.resolve("https://example.com/a.png?key=secret")).getMessage();

        assertEquals("The file has not been downloaded: https://example.com/a.png. "
                + "Call RemoteFiles.download before, and AssetManager.update when isDone() is true.", message);
    }

    @Test
    void aDownloadThatFailsTellsWhy() {
        download(server.url("/none.txt"));

        assertEquals(List.of("\"" + server.url("/none.txt") + "\" answered 404 Not Found."), failures);
        assertEquals(1, files.getProgress());
        assertThrows(GdxRuntimeException.class, () -> files.resolve(server.url("/none.txt")));
    }

    @Test
    void progressCountsTheBytesOfEachFile() {
        assertEquals(1, files.getProgress());
        download(server.file("/a.txt", "remote".getBytes()));
        CountDownLatch goOn = new CountDownLatch(1);
        files.download(server.slowFile("/b.txt", goOn, "ha", "lf way"), failures::add);
        assertFalse(files.isDone());
        assertEquals(0.5f, files.getProgress());
        pollUntil(() -> files.getProgress() == 0.625f);
        goOn.countDown();
        pollUntil(files::isDone);

        assertEquals(1, files.getProgress());
        assertEquals(List.of(), failures);
    }

    @Test
    void clearForgetsTheFilesAndCancelsTheDownloads() {
        String url = server.file("/a.txt", "remote".getBytes());
        download(url);
        files.download(server.url("/a.txt?again"), failures::add);
        files.clear();
        queue.poll();

        assertTrue(files.isDone());
        assertThrows(GdxRuntimeException.class, () -> files.resolve(url));
        assertEquals(List.of("The request was cancelled."), failures);
    }
}
