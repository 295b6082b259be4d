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
 * downloads of one file. A normal build runs the seeds in the resource folder {@code ResumedDownloadFuzzTestInputs}. CONTRIBUTING.md tells how to fuzz.
 */
class ResumedDownloadFuzzTest {
    private static final int MOST_INPUT = 64;
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
            }
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
        http.request(origin.url("/0"));
        long start = System.nanoTime();
        while (http.isRequesting()) {
            http.poll();
            LockSupport.parkNanos(20_000);
            assertTrue(System.nanoTime() - start < PATIENCE_NANOS, "it does not end");
        }
        assertTrue(server.requests() <= MOST_INPUT + 4, "it does not stop to ask");
        boolean stored = end[0].equals(Result.RESULT_SUCCESS + " 200") || end[0].equals(Result.RESULT_SUCCESS + " 206");
        assertEquals(stored, Files.exists(file), end[0]);
        if (stored) {
            String content = Files.readString(file);
            assertTrue(VERSIONS.contains(content), content);
        }
    }
}
