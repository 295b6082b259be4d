package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.contract.Pattern;
import io.github.pollhttp.jvm.testing.RawServer;

/** Downloads to a file. The file appears under its name only when it is complete. */
@Timeout(60)
class DownloadTest {
    private static final String SHORT = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 9\r\n\r\nshort";
    private static final String NEVER_ENDING = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort";

    @TempDir
    private Path folder;
    private Path file;
    private RequestGame game;

    @BeforeEach
    void start() {
        file = folder.resolve("level.bin");
        game = new RequestGame();
        game.http.setDownloadFile(file.toString());
    }

    @AfterEach
    void stop() {
        game.close();
    }

    private List<String> files() throws Exception {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fileOfAServerIsDownloadedCompletely(boolean threads) throws Exception {
        Path served = Files.createDirectory(folder.resolve("served"));
        byte[] content = Pattern.bytes(5_000_000);
        Files.write(served.resolve("level.bin"), content);
        Server jetty = new Server();
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        ResourceHandler files = new ResourceHandler();
        files.setMinMappedFileSize(0); // no mapping: Windows does not delete a file that is mapped into memory
        files.setBaseResource(ResourceFactory.of(files).newResource(served));
        jetty.setHandler(files);
        jetty.start();
        try {
            game.http.setUseThreads(threads);
            RequestGame.Completion end = game.get(RequestGame.url(connector.getLocalPort(), "/level.bin"));
            assertEquals("SUCCESS 200 ", end.line());
            assertArrayEquals(content, Files.readAllBytes(file));
            assertEquals(List.of("level.bin", "served"), files());
            assertEquals(content.length, game.http.getDownloadedBytes());
        } finally {
            jetty.stop();
        }
    }

    @Test
    void oldFileStaysUntilTheDownloadIsComplete() throws Exception {
        Files.writeString(file, "old");
        try (Origin origin = new Origin(
                request -> Origin.target(request).equals("/new") ? Origin.ok("new") : NEVER_ENDING)) {
            game.begin(origin.url("/"));
            game.await(() -> game.http.getDownloadedBytes() == 5);
            assertEquals("old", Files.readString(file));
            assertEquals(List.of("level.bin", "level.bin.part"), files());
            game.http.cancelRequest();
            game.frames(1);

            assertEquals("SUCCESS 200 ", game.get(origin.url("/new")).line());
            assertEquals("new", Files.readString(file));
            assertEquals(List.of("level.bin"), files());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cancelledDownloadLeavesNoFile(boolean threads) throws Exception {
        game.http.setUseThreads(threads);
        try (Origin origin = new Origin(request -> NEVER_ENDING)) {
            game.begin(origin.url("/"));
            game.await(() -> game.http.getDownloadedBytes() == 5);
            game.http.cancelRequest();
            game.await(() -> Files.notExists(folder.resolve("level.bin.part")));
            assertEquals(List.of(), files());
        }
    }

    @Test
    void failedDownloadLeavesNoFile() throws Exception {
        try (Origin origin = new Origin(request -> SHORT)) {
            assertEquals("CONNECTION_ERROR 0 ", game.get(origin.url("/")).line());
            assertEquals(List.of(), files());
            game.http.setBodySizeLimit(3);
            assertEquals("BODY_SIZE_LIMIT_EXCEEDED 200 ", game.get(origin.url("/")).line());
            assertEquals(List.of(), files());
        }
    }

    @Test
    void response404DoesNotReplaceTheFile() throws Exception {
        Files.writeString(file, "old");
        try (Origin origin = new Origin(request -> Origin.response("404 Not Found", "no such level"))) {
            assertEquals("SUCCESS 404 no such level", game.get(origin.url("/")).line());
            assertEquals("old", Files.readString(file));
        }
    }

    @Test
    void emptyBodyIsAnEmptyFile() throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok(""))) {
            assertEquals("SUCCESS 200 ", game.get(origin.url("/")).line());
            assertEquals(0, Files.size(file));
        }
    }

    @Test
    void partFileOfAKilledDownloadIsReplaced() throws Exception {
        Files.writeString(folder.resolve("level.bin.part"), "a long rest of an earlier download");
        try (Origin origin = new Origin(request -> Origin.ok("new"))) {
            assertEquals("SUCCESS 200 ", game.get(origin.url("/")).line());
            assertEquals("new", Files.readString(file));
            assertEquals(List.of("level.bin"), files());
        }
    }

    @Test
    void fileThatCannotBeOpenedIsAnError() throws Exception {
        Files.createDirectory(file);
        try (Origin origin = new Origin(request -> Origin.ok("hello"))) {
            for (Path wrong : List.of(file, folder.resolve("missing").resolve("level.bin"))) {
                game.http.setDownloadFile(wrong.toString());
                assertEquals("DOWNLOAD_FILE_CANT_OPEN 200 ", game.get(origin.url("/")).line());
                assertTrue(game.http.getFailureMessage().contains(wrong.toString()), game.http.getFailureMessage());
            }
            game.http.setDownloadFile("a\0b");
            assertEquals("DOWNLOAD_FILE_CANT_OPEN 200 ", game.get(origin.url("/")).line());
            assertEquals(List.of("level.bin"), files());
        }
    }

    @Test
    void fileThatCannotBeMovedIntoPlaceIsAnError() throws Exception {
        CountDownLatch inTheWay = new CountDownLatch(1);
        RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, NEVER_ENDING);
            inTheWay.await();
            RawServer.send(socket, "body");
        });
        try (server) {
            game.begin(RequestGame.url(server.port(), "/"));
            game.await(() -> game.http.getDownloadedBytes() == 5);
            Files.createDirectories(file.resolve("a folder"));
            inTheWay.countDown();

            assertEquals("DOWNLOAD_FILE_WRITE_ERROR 200 ", game.awaitCompletion().line());
            assertEquals(List.of("level.bin"), files());
        }
    }

    @Test
    void secondDownloadToTheSameFileIsAnError() throws Exception {
        try (Origin origin = new Origin(
                request -> Origin.target(request).equals("/second") ? Origin.ok("second") : NEVER_ENDING);
                RequestGame other = new RequestGame()) {
            game.begin(origin.url("/"));
            game.await(() -> game.http.getDownloadedBytes() == 5);
            other.http.setDownloadFile(file.toString());

            assertEquals("DOWNLOAD_FILE_CANT_OPEN 200 ", other.get(origin.url("/second")).line());
            assertEquals(List.of("level.bin.part"), files());
        }
    }

    @Test
    void receivedBytesAreInThePartFileBeforeTheEnd() throws Exception {
        try (Origin origin = new Origin(request -> NEVER_ENDING)) {
            game.begin(origin.url("/"));
            game.await(() -> game.http.getDownloadedBytes() == 5);
            assertEquals("short", Files.readString(folder.resolve("level.bin.part")));
        }
    }
}
