package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.zip.DeflaterOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Content-Range means for a download: it counts only in a 206 (RFC 9110 section 14.4). */
@Timeout(60)
class ContentRangeTest {
    private static final String WHOLE = "0123456789abcdefghijABCDEFGHIJ";
    private static final String TAG = "ETag: \"v1\"";
    private static final int MOST_REQUESTS = 4;

    @TempDir
    private Path folder;
    private Path file;
    private RequestGame game;
    private Function<String, String> answers;
    private Origin origin;

    @BeforeEach
    void start() throws Exception {
        file = folder.resolve("level.bin");
        game = new RequestGame();
        game.http.setDownloadFile(file.toString());
        // An endless loop of requests would keep the test busy, so the connection ends.
        origin = new Origin(request -> origin.log().size() > MOST_REQUESTS ? null : answers.apply(request));
    }

    @AfterEach
    void stop() throws Exception {
        game.close();
        origin.close();
    }

    private String get(String... headers) {
        return game.get(origin.url("/level"), headers).line();
    }

    private static String deflated() throws Exception {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(coded)) {
            out.write(WHOLE.getBytes(StandardCharsets.ISO_8859_1));
        }
        return coded.toString(StandardCharsets.ISO_8859_1);
    }

    private void assertStored(String content) throws Exception {
        assertEquals(content, Files.readString(file));
        try (var all = Files.list(folder)) {
            assertEquals(List.of(file), all.toList());
        }
    }

    private void assertNothingStored() throws Exception {
        assertFalse(Files.exists(file));
        assertTrue(origin.log().size() <= MOST_REQUESTS, origin.log().size() + " requests");
    }

    @ParameterizedTest
    @CsvSource({"200 OK,200", "201 Created,201", "203 Non-Authoritative Information,203", "206 Partial Content,206"})
    void serverThatAlwaysSendsTheSamePartIsAFailure(String status, int code) throws Exception {
        game.http.setDownloadResumed(true);
        answers = request -> Origin.response(status, WHOLE.substring(0, 10), TAG, "Content-Range: bytes 0-9/30");

        assertEquals("REQUEST_FAILED " + code + " ", get());
        assertNothingStored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "203 Non-Authoritative Information"})
    void serverThatAlwaysSendsTheSamePartWithoutALengthIsAFailure(String status) throws Exception {
        game.http.setDownloadResumed(true);
        answers = request -> "HTTP/1.1 " + status + "\r\n" + TAG
                + "\r\nContent-Range: bytes 0-9/30\r\nTransfer-Encoding: chunked\r\n\r\na\r\n0123456789\r\n0\r\n\r\n";

        assertEquals("CHUNKED_BODY_SIZE_MISMATCH 0 ", get());
        assertNothingStored();
    }

    /** A 206 is followed by a request for the rest. If its bytes are not found on the disk, that is no progress. */
    @Test
    void partThatCannotBeFoundOnTheDiskIsNotRequestedForever() throws Exception {
        String longerThanAResumeFile = "/" + "x".repeat(70_000);
        game.http.setDownloadResumed(true);
        answers = request -> Origin.response("206 Partial Content", WHOLE.substring(0, 10), TAG,
                "Content-Range: bytes 0-9/30");

        assertEquals("REQUEST_FAILED 206 ", game.get(origin.url(longerThanAResumeFile)).line());
        assertNothingStored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 0-28/30", "bytes 1-30/31", "bytes 10-29/30", "bytes 0-29/30", "bytes 0-9/30",
            "bytes */30", "bytes 0-9/*", "nonsense"})
    void contentRangeOfAWhole200IsIgnored(String range) throws Exception {
        for (boolean resumed : new boolean[]{false, true}) {
            game.http.setDownloadResumed(resumed);
            for (String framing : List.of("Content-Length: 30\r\n\r\n" + WHOLE, "Connection: close\r\n\r\n" + WHOLE,
                    "Transfer-Encoding: chunked\r\n\r\n1e\r\n" + WHOLE + "\r\n0\r\n\r\n")) {
                origin.log().clear();
                Files.deleteIfExists(file);
                answers = request -> "HTTP/1.1 200 OK\r\n" + TAG + "\r\nContent-Range: " + range + "\r\n" + framing;

                assertEquals("SUCCESS 200 ", get());
                assertEquals(1, origin.log().size());
                assertStored(WHOLE);
            }
        }
    }

    @Test
    void contentRangeOfACoded200IsIgnored() throws Exception {
        String coded = deflated();
        answers = request -> Origin.ok(coded, "Content-Encoding: deflate", "Content-Range: bytes 0-29/30");

        assertEquals("SUCCESS 200 ", get());
        assertStored(WHOLE);
    }

    @Test
    void whole200ReplacesThePart() throws Exception {
        game.http.setDownloadResumed(true);
        answers = request -> Origin.header(request, "Range") == null
                ? "HTTP/1.1 200 OK\r\nConnection: close\r\n" + TAG + "\r\nContent-Length: 30\r\n\r\n0123456789"
                : Origin.ok(WHOLE, TAG, "Content-Range: bytes 10-29/30");
        assertEquals("CONNECTION_ERROR 0 ", get());

        assertEquals("SUCCESS 200 ", get());
        assertEquals(2, origin.log().size());
        assertStored(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Range: bytes 0-9/30\r\nContent-Length: 10\r\n\r\n0123456789",
            "Content-Range: bytes 10-29/30\r\nContent-Length: 20\r\n\r\nabcdefghijABCDEFGHIJ",
            "Content-Range: bytes 0-9/30\r\nConnection: close\r\n\r\n0123456789",
            "Content-Range: bytes 10-29/30\r\nTransfer-Encoding: chunked\r\n\r\n14\r\nabcdefghijABCDEFGHIJ\r\n0\r\n\r\n"})
    void partInA200InsteadOfTheRestBeginsAnew(String rest) throws Exception {
        game.http.setDownloadResumed(true);
        answers = request -> switch (origin.log().size()) {
            case 1 -> "HTTP/1.1 200 OK\r\nConnection: close\r\n" + TAG + "\r\nContent-Length: 30\r\n\r\n0123456789";
            case 2 -> "HTTP/1.1 200 OK\r\n" + TAG + "\r\n" + rest;
            default -> Origin.ok(WHOLE, TAG);
        };
        assertEquals("CONNECTION_ERROR 0 ", get());

        assertEquals("SUCCESS 200 ", get());
        assertEquals(3, origin.log().size());
        assertStored(WHOLE);
    }

    @Test
    void codedPartInA200IsNotTakenForTheWholeFile() throws Exception {
        game.http.setAcceptGzip(false);
        answers = request -> Origin.ok("0123456789", "Content-Encoding: gzip", "Content-Range: bytes 0-9/30");

        assertEquals("REQUEST_FAILED 200 ", get());
        assertNothingStored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Length: 10\r\n", "Transfer-Encoding: chunked\r\n"})
    void partInA200IsNeverTakenForTheWholeFile(String framing) throws Exception {
        String body = framing.contains("chunked") ? "a\r\n0123456789\r\n0\r\n\r\n" : "0123456789";
        answers = request -> "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Range: bytes 0-9/30\r\n" + framing
                + "\r\n"
                + body;

        String end = get();
        assertTrue(List.of("REQUEST_FAILED 200 ", "CHUNKED_BODY_SIZE_MISMATCH 0 ").contains(end), end);
        assertNothingStored();
    }
}
