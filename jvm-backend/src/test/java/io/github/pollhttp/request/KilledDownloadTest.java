package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.pollhttp.contract.Pattern;
import io.github.pollhttp.jvm.testing.RawServer;

/** A process that is killed during a download leaves no incomplete file under the name of the download. */
@Timeout(120)
class KilledDownloadTest {
    private static final byte[] CONTENT = Pattern.bytes(3_000_000);

    @TempDir
    private Path folder;
    private Path file;
    private Path part;
    private RawServer server;
    private final CountDownLatch killed = new CountDownLatch(1);

    /** The main class of the process: downloads a URL to a file. */
    public static final class Downloader {
        /** @param arguments the URL, and the path of the file */
        public static void main(String[] arguments) {
            try (HTTPRequest http = HTTPRequest.create()) {
                http.setDownloadFile(arguments[1]);
                http.setDownloadResumed(true);
                http.request(arguments[0]);
                while (http.isRequesting()) {
                    http.poll();
                    LockSupport.parkNanos(1_000_000); // one frame
                }
            }
        }
    }

    @BeforeEach
    void start() throws Exception {
        file = folder.resolve("level.bin");
        part = folder.resolve("level.bin.part");
        server = new RawServer(socket -> {
            String range = Origin.header(RawServer.readHead(socket), "Range");
            int from = range == null ? 0 : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
            RawServer.send(socket, "HTTP/1.1 "
                    + (range == null
                            ? "200 OK"
                            : "206 Partial Content\r\nContent-Range: bytes "
                                    + from + "-" + (CONTENT.length - 1) + "/" + CONTENT.length)
                    + "\r\nETag: \"v1\"\r\nContent-Length: " + (CONTENT.length - from) + "\r\n\r\n");
            OutputStream out = socket.getOutputStream();
            int half = Math.max(from, CONTENT.length / 2);
            out.write(CONTENT, from, half - from);
            killed.await();
            out.write(CONTENT, half, CONTENT.length - half);
        });
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private void downloadAndKill() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Downloader.class.getName(),
                RequestGame.url(server.port(), "/"), file.toString()).inheritIO().start();
        while (process.isAlive() && (Files.notExists(part) || Files.size(part) < CONTENT.length / 2)) {
            LockSupport.parkNanos(1_000_000); // looks for the file again after a millisecond
        }
        assertTrue(process.isAlive(), "the process ended before it was killed");
        assertTrue(process.destroyForcibly().waitFor(20, TimeUnit.SECONDS));
        killed.countDown();
    }

    @Test
    void killedDownloadLeavesNoFileAndIsResumed() throws Exception {
        downloadAndKill();
        assertFalse(Files.exists(file));

        try (RequestGame game = new RequestGame()) {
            game.http.setDownloadFile(file.toString());
            game.http.setDownloadResumed(true);
            assertEquals("SUCCESS 206 ", game.get(RequestGame.url(server.port(), "/")).line());
            assertArrayEquals(CONTENT, Files.readAllBytes(file));
        }
    }

    @Test
    void killedDownloadKeepsTheOldFile() throws Exception {
        Files.writeString(file, "old");
        downloadAndKill();

        assertEquals("old", Files.readString(file));
    }
}
