package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.jvm.server.RealServer;
import io.github.pollhttp.jvm.tls.Identity;
import io.github.pollhttp.jvm.tls.Issuing;

/** Requests to servers that others wrote. */
@Timeout(60)
class RealServersTest {
    private static final int LEVEL_BYTES = 24 * 1024 * 1024;
    private static final Identity IDENTITY = Issuing.host("localhost").issue();

    @TempDir
    private Path folder;
    private Path served;
    private Path target;

    @BeforeEach
    void makeFolders() throws Exception {
        served = Files.createDirectory(folder.resolve("served"));
        target = Files.createDirectory(folder.resolve("target")).resolve("level.bin");
    }

    private byte[] serve(String name, int seed) throws Exception {
        byte[] bytes = new byte[LEVEL_BYTES];
        new Random(seed).nextBytes(bytes);
        Path file = Files.write(served.resolve(name), bytes);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_600_000_000L + seed)));
        return bytes;
    }

    /** Downloads a part of the file, and cancels the download. */
    private void downloadPart(RequestGame game, RealServer server) {
        game.http.setDownloadFile(target.toString());
        game.http.setDownloadResumed(true);
        game.begin(RequestGame.url(server.port(), "/level.bin"));
        game.await(() -> game.http.getDownloadedBytes() > 0);
        assertTrue(game.http.getDownloadedBytes() < LEVEL_BYTES, "the download was too fast for this test");
        game.http.cancelRequest();
        assertFalse(Files.exists(target));
    }

    @ParameterizedTest
    @EnumSource(names = "JDK", mode = EnumSource.Mode.EXCLUDE)
    void cancelledDownloadIsResumed(RealServer.Kind kind) throws Exception {
        byte[] level = serve("level.bin", 1);
        try (RealServer server = kind.start(served, null); RequestGame game = new RequestGame()) {
            downloadPart(game, server);

            assertEquals("SUCCESS 206 ", game.get(RequestGame.url(server.port(), "/level.bin")).line());
            assertArrayEquals(level, Files.readAllBytes(target));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "JDK", mode = EnumSource.Mode.EXCLUDE)
    void downloadOfAChangedFileStartsAgain(RealServer.Kind kind) throws Exception {
        serve("level.bin", 1);
        try (RealServer server = kind.start(served, null); RequestGame game = new RequestGame()) {
            downloadPart(game, server);
        }
        byte[] changed = serve("level.bin", 2);
        try (RealServer server = kind.start(served, null); RequestGame game = new RequestGame()) {
            game.http.setDownloadFile(target.toString());
            game.http.setDownloadResumed(true);

            assertEquals("SUCCESS 200 ", game.get(RequestGame.url(server.port(), "/level.bin")).line());
            assertArrayEquals(changed, Files.readAllBytes(target));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "JDK", mode = EnumSource.Mode.EXCLUDE)
    void compressedFileIsDecodedAndARangeOfItIsNotCompressed(RealServer.Kind kind) throws Exception {
        String text = "hello, world. ".repeat(10_000);
        Files.writeString(served.resolve("text.txt"), text);
        try (RealServer server = kind.start(served, null); RequestGame game = new RequestGame()) {
            RequestGame.Completion whole = game.get(RequestGame.url(server.port(), "/text.txt"));
            RequestGame.Completion range = game.get(RequestGame.url(server.port(), "/text.txt"), "Range: bytes=7-11");

            assertTrue(whole.headers().stream().anyMatch(line -> line.equalsIgnoreCase("Content-Encoding: gzip")),
                    whole.headers()::toString);
            assertEquals("SUCCESS 200 " + text, whole.line());
            assertEquals("SUCCESS 206 world", range.line());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "JDK", mode = EnumSource.Mode.EXCLUDE) // it resets the connection together with its answer
    void answerThatComesBeforeTheUploadHasEndedIsReceivedOverTls(RealServer.Kind kind) throws Exception {
        try (RealServer server = kind.start(served, IDENTITY); RequestGame game = new RequestGame()) {
            game.http.setTlsOptions(TLSOptions.client(IDENTITY.pem()));
            String origin = "https://localhost:" + server.port();
            ErrorCode code = game.http.requestRaw(origin + "/early", List.of(), Method.METHOD_POST,
                    new byte[16 * 1024 * 1024]);
            assertEquals(ErrorCode.OK, code);

            assertEquals("SUCCESS 413 0", game.awaitCompletion().line());
            assertEquals("SUCCESS 200 1", game.get(origin + "/count").line());
        }
    }

    @ParameterizedTest
    @EnumSource
    void requestsBeyondTheLimitOfAConnectionAreEachServedOnce(RealServer.Kind kind) throws Exception {
        try (RealServer server = kind.start(served, null); RequestGame game = new RequestGame()) {
            for (int i = 1; i <= 10; i++) {
                assertEquals("SUCCESS 200 " + i, game.get(RequestGame.url(server.port(), "/count")).line());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void requestsBeyondTheLimitOfATlsConnectionAreEachServedOnce(RealServer.Kind kind) throws Exception {
        try (RealServer server = kind.start(served, IDENTITY); RequestGame game = new RequestGame()) {
            game.http.setTlsOptions(TLSOptions.client(IDENTITY.pem()));
            for (int i = 1; i <= 10; i++) {
                assertEquals("SUCCESS 200 " + i, game.get("https://localhost:" + server.port() + "/count").line());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void requestAfterTheServerHasClosedTheIdleConnectionIsServedOnce(RealServer.Kind kind) throws Exception {
        try (RealServer server = kind.start(served, null); RequestGame game = new RequestGame()) {
            assertEquals("SUCCESS 200 1", game.get(RequestGame.url(server.port(), "/count")).line());
            awaitIdleLimit(server);

            assertEquals("SUCCESS 200 3", game.get(RequestGame.url(server.port(), "/count")).line());
        }
    }

    /** Makes another connection, sends a request, and waits until the server closes the idle connection. */
    private static void awaitIdleLimit(RealServer server) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write("GET /count HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }
}
