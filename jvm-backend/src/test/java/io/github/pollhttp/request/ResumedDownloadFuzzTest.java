package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.SilentCloseable;
import com.code_intelligence.jazzer.junit.FuzzTest;

import io.github.pollhttp.request.HTTPRequest.Result;

/**
 * Fuzzes downloads against a {@link LyingServer} with Jazzer. The first byte of an input chooses the settings, the others the answers to several
 * downloads of one file, and perhaps what happens to its part and its resume file between them. A normal build runs the seeds in the resource folder
 * {@code ResumedDownloadFuzzTestInputs}. CONTRIBUTING.md tells how to fuzz.
 */
class ResumedDownloadFuzzTest {
    private static final int MOST_INPUT = 64;
    /** Of one download: it begins anew once, and each part has a new byte of a file of 33 bytes. */
    private static final int MOST_REQUESTS = 100;
    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final Set<String> VERSIONS = LyingServer.versions();

    /** One for all inputs, because each of them takes about a millisecond. */
    private static Origin origin;
    private static Path folder;
    private static volatile LyingServer server;

    @FuzzTest(maxDuration = "10m")
    void fileIsWholeAndOfOneVersionOrAbsent(byte[] input) throws Exception {
        if (input.length < 2 || input.length > MOST_INPUT) {
            return;
        }
        if (origin == null) {
            folder = Files.createTempDirectory("lying");
            origin = new Origin(request -> server.answer(request));
        }
        Path file = folder.resolve("level.bin");
        clear();
        server = new LyingServer(input);
        SilentCloseable connections = BugDetectors.allowNetworkConnections(); // to the server; Jazzer reports them otherwise
        try {
            downloadAll(input, file);
        } finally {
            connections.close();
        }
    }

    private static void downloadAll(byte[] input, Path file) throws Exception {
        try (HTTPRequest http = HTTPRequest.create()) {
            http.setDownloadFile(file.toString());
            http.setDownloadResumed((input[0] & 4) == 0);
            http.setAcceptGzip((input[0] & 8) == 0);
            http.setRetryPolicy((input[0] & 16) == 0 ? RetryPolicy.NONE : new RetryPolicy(2, 0, 0));
            while (!server.isExhausted()) {
                Files.deleteIfExists(file);
                download(http, file);
                if ((input[0] & 64) != 0) {
                    damage(file, server.next());
                }
            }
        }
    }

    /** Damages what an interrupted download has left. Only a shorter part and an invalid validator can be detected. */
    private static void damage(Path file, int how) throws Exception {
        Path part = file.resolveSibling("level.bin.part");
        Path note = file.resolveSibling("level.bin.part-of");
        if (Files.notExists(part) || Files.notExists(note)) {
            return;
        }
        String[] lines = Files.readString(note).split("\n", -1);
        if (lines.length < 5 || Files.size(note) < 5) {
            return; // damaged already
        }
        String text = switch (how % 8) {
            case 1 -> String.join("\n", lines[0], "W/" + lines[1], lines[2], lines[3], "");
            case 2 -> String.join("\n", lines[0], "", lines[2], lines[3], "");
            case 3 -> String.join("\n", lines[0], "x" + lines[1], lines[2], lines[3], "");
            case 4 -> String.join("\n", lines[0], lines[2], lines[1], lines[3], "");
            case 5 -> Files.readString(note).substring(0, Math.min(how / 8, (int) Files.size(note) - 5));
            default -> Files.readString(note);
        };
        Files.writeString(note, text);
        if (how % 8 == 6) {
            Files.writeString(part, Files.readString(part).substring(0, (int) Math.min(how / 8, Files.size(part))));
        } else if (how % 8 == 7) {
            Files.delete(how < 128 ? part : note);
        }
    }

    private static void clear() throws Exception {
        try (var all = Files.list(folder)) {
            for (Path each : all.toList()) {
                Files.delete(each);
            }
        }
        origin.log().clear();
    }

    private static void download(HTTPRequest http, Path file) throws Exception {
        String[] end = new String[1];
        http.setRequestCompletedListener((result, code, headers, body) -> end[0] = result + " " + code);
        int before = server.requests();
        http.request(origin.url("/0"));
        long start = System.nanoTime();
        while (http.isRequesting()) {
            http.poll();
            LockSupport.parkNanos(20_000);
            assertTrue(System.nanoTime() - start < PATIENCE_NANOS, "it does not end");
            assertTrue(server.requests() - before <= MOST_REQUESTS, "it does not stop to send requests");
        }
        boolean stored = end[0].equals(Result.RESULT_SUCCESS + " 200") || end[0].equals(Result.RESULT_SUCCESS + " 206");
        assertEquals(stored, Files.exists(file), end[0]);
        if (stored) {
            String content = Files.readString(file);
            assertTrue(VERSIONS.contains(content), content);
        }
    }
}
