package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that a download writes: it touches no other request's, and nobody else's. */
@Timeout(120)
class DownloadPathTest {
    private static final String NEVER_ENDING = "HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: 9\r\n\r\nshort";

    @TempDir
    private Path folder;

    private void assumePosix() {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "Windows lets only some users create symbolic links");
    }

    private RequestGame download(Path file, boolean resumed) {
        RequestGame game = new RequestGame();
        game.http.setDownloadFile(file.toString());
        game.http.setDownloadResumed(resumed);
        return game;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fileIsWholeAtAnyTimeWhileManyRequestsDownloadToIt(boolean resumed) throws Exception {
        int length = 300_000;
        int rounds = 60;
        Path file = folder.resolve("level.bin");
        AtomicInteger versions = new AtomicInteger();
        List<RequestGame> games = new ArrayList<>();
        try (Origin origin = new Origin(request -> {
            int version = versions.incrementAndGet();
            return Origin.ok(String.valueOf((char) ('a' + version % 26)).repeat(length), "ETag: \"" + version + "\"");
        })) {
            for (int i = 0; i < 4; i++) {
                RequestGame game = download(file, resumed);
                game.http.setUseThreads(true);
                games.add(game);
            }
            int successes = 0;
            for (int round = 0; round < rounds; round++) {
                for (RequestGame game : games) {
                    game.begin(origin.url("/" + round));
                }
                for (RequestGame game : games) {
                    game.await(() -> {
                        assertWhole(file, length);
                        return !game.http.isRequesting();
                    });
                    RequestGame.Completion end = game.awaitCompletion();
                    successes += end.line().equals("SUCCESS 200 ") ? 1 : 0;
                    assertTrue(List.of("SUCCESS 200 ", "DOWNLOAD_FILE_CANT_OPEN 200 ").contains(end.line()),
                            end.line() + game.http.getFailureMessage());
                    assertFalse(String.valueOf(game.http.getFailureMessage()).contains("Exception"),
                            game.http.getFailureMessage());
                }
                assertWhole(file, length);
            }
            assertTrue(successes >= rounds, successes + " successes");
        } finally {
            games.forEach(RequestGame::close);
        }
        try (var all = Files.list(folder)) {
            assertEquals(List.of(file), all.toList());
        }
    }

    private static void assertWhole(Path file, int length) {
        try {
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : null;
            if (bytes != null) {
                assertEquals(length, bytes.length);
                for (byte each : bytes) {
                    assertEquals(bytes[0], each);
                }
            }
        } catch (IOException e) {
            boolean replacing = OS.WINDOWS.isCurrentOs() && e instanceof AccessDeniedException; // the download replaces the file at this moment
            assertTrue(replacing, e::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void linkInThePlaceOfThePartIsNotFollowed(boolean resumed) throws Exception {
        assumePosix();
        Path target = Files.writeString(folder.resolve("precious"), "precious");
        Path file = folder.resolve("save.bin");
        Files.createSymbolicLink(folder.resolve("save.bin.part"), target);
        try (Origin origin = new Origin(request -> Origin.ok("hello", "ETag: \"v1\""));
                RequestGame game = download(file, resumed)) {
            assertEquals("DOWNLOAD_FILE_CANT_OPEN 200 ", game.get(origin.url("/")).line());
            assertTrue(game.http.getFailureMessage().contains("link"), game.http.getFailureMessage());
        }
        assertEquals("precious", Files.readString(target));
        assertFalse(Files.exists(file));
    }

    @Test
    void linkToThePartOfAnotherDownloadIsNotResumed() throws Exception {
        assumePosix();
        Path target = Files.writeString(folder.resolve("precious"), "preci");
        Path file = folder.resolve("save.bin");
        try (Origin origin = new Origin(request -> NEVER_ENDING); RequestGame game = download(file, true)) {
            game.begin(origin.url("/"));
            game.await(() -> game.http.getDownloadedBytes() == 5);
            game.http.cancelRequest();
            Files.delete(folder.resolve("save.bin.part"));
            Files.createSymbolicLink(folder.resolve("save.bin.part"), target);
            game.begin(origin.url("/"));
            game.await(() -> !game.http.isRequesting());

            assertEquals(null, Origin.header(origin.log().get(1), "Range"));
        }
        assertEquals("preci", Files.readString(target));
    }

    @Test
    void linkInThePlaceOfTheNoteIsNotFollowed() throws Exception {
        assumePosix();
        Path target = Files.writeString(folder.resolve("precious"), "precious");
        Files.createSymbolicLink(folder.resolve("save.bin.part-of"), target);
        try (Origin origin = new Origin(request -> NEVER_ENDING);
                RequestGame game = download(folder.resolve("save.bin"), true)) {
            game.begin(origin.url("/"));
            game.await(() -> game.http.getDownloadedBytes() == 5);
        }
        assertEquals("precious", Files.readString(target));
    }

    @Test
    void onlyTheOwnerCanReadTheNote() throws Exception {
        assumePosix();
        Path note = Files.writeString(folder.resolve("save.bin.part-of"), "of an earlier version, readable by all");
        Files.setPosixFilePermissions(note, PosixFilePermissions.fromString("rw-rw-rw-"));
        try (Origin origin = new Origin(request -> NEVER_ENDING);
                RequestGame game = download(folder.resolve("save.bin"), true)) {
            game.begin(origin.url("/?token=S3CRET"));
            game.await(() -> game.http.getDownloadedBytes() == 5);

            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(note)));
        }
    }

    @Test
    void noteBeyondAnyReasonIsNotRead() throws Exception {
        Path file = folder.resolve("save.bin");
        Files.writeString(folder.resolve("save.bin.part"), "part");
        Files.writeString(folder.resolve("save.bin.part-of"), "x".repeat(5_000_000));
        try (Origin origin = new Origin(request -> Origin.ok("hello")); RequestGame game = download(file, true)) {
            assertEquals("SUCCESS 200 ", game.get(origin.url("/")).line());
        }
        assertEquals("hello", Files.readString(file));
    }
}
