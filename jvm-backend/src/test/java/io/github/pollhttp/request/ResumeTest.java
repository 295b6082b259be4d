package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.HTTPClient.Method;

/** Downloads that go on where an earlier one broke off (RFC 9110 section 14). */
@Timeout(60)
class ResumeTest {
    private static final String WHOLE = "hello, world";
    private static final String TAG = "ETag: \"v1\"";
    private static final String DATES = "Last-Modified: Sun, 06 Nov 1994 08:49:36 GMT\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT";

    @TempDir
    private Path folder;
    private Path file;
    private RequestGame game;
    private String validator = TAG;
    private String second;
    private Origin origin;

    @BeforeEach
    void start() throws Exception {
        file = folder.resolve("level.bin");
        game = new RequestGame();
        game.http.setDownloadFile(file.toString());
        game.http.setDownloadResumed(true);
        origin = new Origin(this::answer);
    }

    @AfterEach
    void stop() throws Exception {
        game.close();
        origin.close();
    }

    /** The first answer breaks off after five bytes, the next one is the test's, and then comes the whole. */
    private String answer(String request) {
        return switch (origin.log().size()) {
            case 1 -> "HTTP/1.1 200 OK\r\nConnection: close\r\n" + validator + "\r\nContent-Length: 12\r\n\r\nhello";
            case 2 -> second;
            default -> Origin.ok(WHOLE);
        };
    }

    private static String rest(String range) {
        return Origin.response("206 Partial Content", WHOLE.substring(5), "Content-Range: bytes " + range, TAG);
    }

    private RequestGame.Completion breakOffAndAskAgain() throws Exception {
        assertEquals("CONNECTION_ERROR 0 ", game.get(origin.url("/level")).line());
        assertFalse(Files.exists(file));
        return game.get(origin.url("/level"));
    }

    private String asked(String header) {
        return Origin.header(origin.log().get(1), header);
    }

    private void assertWhole() throws Exception {
        assertEquals(WHOLE, Files.readString(file));
        try (var all = Files.list(folder)) {
            assertEquals(List.of(file), all.toList());
        }
    }

    @Test
    void theRestIsAskedForAndJoined() throws Exception {
        second = rest("5-11/12");

        assertEquals("SUCCESS 206 ", breakOffAndAskAgain().line());
        assertEquals("bytes=5-", asked("Range"));
        assertEquals("\"v1\"", asked("If-Range"));
        assertNull(asked("Accept-Encoding"));
        assertWhole();
        assertEquals(12, game.http.getBodySize());
        assertEquals(12, game.http.getDownloadedBytes());
    }

    @Test
    void aModificationDateOlderThanTheResponseServesAsWell() throws Exception {
        validator = DATES;
        second = rest("5-11/12");

        assertEquals("SUCCESS 206 ", breakOffAndAskAgain().line());
        assertEquals("Sun, 06 Nov 1994 08:49:36 GMT", asked("If-Range"));
        assertWhole();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-None: a", "ETag: W/\"v1\"",
            "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT",
            "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT", TAG + "\r\nContent-Encoding: x-unknown"})
    void withoutAStrongValidatorTheWholeIsAskedFor(String weak) throws Exception {
        validator = weak;
        second = Origin.ok(WHOLE);
        game.http.setAcceptGzip(false);

        assertEquals("SUCCESS 200 ", breakOffAndAskAgain().line());
        assertNull(asked("Range"));
        assertWhole();
    }

    @Test
    void anotherVersionComesWhole() throws Exception {
        second = Origin.ok(WHOLE, "ETag: \"v2\"");

        assertEquals("SUCCESS 200 ", breakOffAndAskAgain().line());
        assertWhole();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0-6/12", "6-12/12", "nonsense", "bytes 5-11/12", ""})
    void anotherRangeThanTheOneAskedForIsNotJoined(String range) throws Exception {
        second = rest(range);

        assertEquals("SUCCESS 200 ", breakOffAndAskAgain().line());
        assertEquals(3, origin.log().size());
        assertNull(Origin.header(origin.log().get(2), "Range"));
        assertWhole();
    }

    @Test
    void aServerThatHasNoSuchRestIsAskedForTheWhole() throws Exception {
        second = Origin.response("416 Range Not Satisfiable", "", "Content-Range: bytes */5");

        assertEquals("SUCCESS 200 ", breakOffAndAskAgain().line());
        assertEquals(3, origin.log().size());
        assertWhole();
    }

    @Test
    void theRestOfAnotherUrlIsNotTaken() throws Exception {
        second = Origin.ok(WHOLE);
        game.get(origin.url("/other"));

        assertEquals("SUCCESS 200 ", game.get(origin.url("/level")).line());
        assertNull(asked("Range"));
        assertWhole();
    }

    @Test
    void aProgramsOwnRangeIsLeftAlone() throws Exception {
        second = Origin.response("206 Partial Content", "ll", "Content-Range: bytes 2-3/12");
        game.get(origin.url("/level"));

        assertEquals("SUCCESS 206 ", game.get(origin.url("/level"), "Range: bytes=2-3").line());
        assertEquals("bytes=2-3", asked("Range"));
        assertNull(asked("If-Range"));
        assertEquals("ll", Files.readString(file));
    }

    @Test
    void onlyAGetIsResumed() throws Exception {
        second = Origin.ok(WHOLE);
        game.get(origin.url("/level"));

        assertEquals("SUCCESS 200 ", game.request(Method.METHOD_POST, origin.url("/level"), "").line());
        assertNull(asked("Range"));
    }

    @Test
    void theLimitCountsWhatWasThereBefore() throws Exception {
        second = rest("5-11/12");
        game.http.setBodySizeLimit(12);
        assertEquals("SUCCESS 206 ", breakOffAndAskAgain().line());
        game.http.setBodySizeLimit(11);
        Files.delete(file);
        origin.log().clear();
        assertEquals("BODY_SIZE_LIMIT_EXCEEDED 200 ", game.get(origin.url("/level")).line());
    }

    @Test
    void aRetryGoesOnWhereTheFailedAttemptBrokeOff() throws Exception {
        second = rest("5-11/12");
        game.http.setRetryPolicy(new RetryPolicy(1, 0, 0));

        assertEquals("SUCCESS 206 ", game.get(origin.url("/level")).line());
        assertEquals("bytes=5-", asked("Range"));
        assertWhole();
    }

    @Test
    void aNoteThatNobodyUnderstandsIsOfNoConsequence() throws Exception {
        second = Origin.ok(WHOLE);
        game.get(origin.url("/level"));
        Files.writeString(folder.resolve("level.bin.part-of"), "x");

        assertEquals("SUCCESS 200 ", game.get(origin.url("/level")).line());
        assertNull(asked("Range"));
        assertWhole();
        assertTrue(Files.notExists(folder.resolve("level.bin.part-of")));
    }
}
