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

/** Downloads that continue after an earlier one that failed (range requests, RFC 9110 section 14). */
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

    /** The first response ends early, after five bytes. The test sets the second. Later responses are complete. */
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

    private RequestGame.Completion failAndRequestAgain() throws Exception {
        assertEquals("CONNECTION_ERROR 0 ", game.get(origin.url("/level")).line());
        assertFalse(Files.exists(file));
        return game.get(origin.url("/level"));
    }

    private String sent(String header) {
        return Origin.header(origin.log().get(1), header);
    }

    private void assertComplete() throws Exception {
        assertEquals(WHOLE, Files.readString(file));
        try (var all = Files.list(folder)) {
            assertEquals(List.of(file), all.toList());
        }
    }

    @Test
    void restIsRequestedAndAppended() throws Exception {
        second = rest("5-11/12");

        assertEquals("SUCCESS 206 ", failAndRequestAgain().line());
        assertEquals("bytes=5-", sent("Range"));
        assertEquals("\"v1\"", sent("If-Range"));
        assertEquals("identity", sent("Accept-Encoding"));
        assertComplete();
        assertEquals(12, game.http.getBodySize());
        assertEquals(12, game.http.getDownloadedBytes());
    }

    @Test
    void lastModifiedBeforeTheDateOfTheResponseIsAStrongValidator() throws Exception {
        validator = DATES;
        second = dated("Last-Modified: Sun, 06 Nov 1994 08:49:36 GMT");

        assertEquals("SUCCESS 206 ", failAndRequestAgain().line());
        assertEquals("Sun, 06 Nov 1994 08:49:36 GMT", sent("If-Range"));
        assertComplete();
    }

    private static String dated(String... headers) {
        String all = String.join("\r\n", headers);
        return Origin.response("206 Partial Content", WHOLE.substring(5), "Content-Range: bytes 5-11/12", all);
    }

    /** Parts are combined only if they share a strong validator (RFC 9110 section 15.3.7.3). The 206 may be of another version, with a tag. */
    @ParameterizedTest
    @ValueSource(strings = {"ETag: \"v2\"", "X-None: a", "ETag: W/\"v2\"", "ETag:",
            "Last-Modified: Sun, 06 Nov 1994 08:49:36 GMT\r\nETag: \"v2\"",
            "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT", "Last-Modified:",
            "Last-Modified: Sun, 06 Nov 1994 08:49:36 GMT\r\nLast-Modified: Sun, 06 Nov 1994 08:49:36 GMT"})
    void partWithoutTheNotedDateAloneIsNotJoined(String headers) throws Exception {
        validator = DATES;
        second = dated(headers);

        assertEquals("SUCCESS 200 ", failAndRequestAgain().line());
        assertEquals("Sun, 06 Nov 1994 08:49:36 GMT", sent("If-Range"));
        assertEquals(3, origin.log().size());
        assertComplete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"v1\"", "\"v1", "v1\"", "", "x", "\"v 1\"", "\"v\"1\"", "Sun, 06 Nov", "36", "\u00ff"})
    void damagedValidatorOfTheResumeFileStartsAgain(String damaged) throws Exception {
        second = Origin.ok(WHOLE);
        game.get(origin.url("/level"));
        Path note = folder.resolve("level.bin.part-of");
        Files.writeString(note, Files.readString(note).replace("\"v1\"", damaged));

        assertEquals("SUCCESS 200 ", game.get(origin.url("/level")).line());
        assertNull(sent("Range"));
        assertNull(sent("If-Range"));
        assertComplete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", ", identity", "identity, identity", ",", "UTF-8", "x-unknown", "aws-chunked",
            ""})
    void tokensThatAreNoCodingDoNotPreventResuming(String coding) throws Exception {
        validator = TAG + "\r\nContent-Encoding: " + coding;
        second = rest("5-11/12").replace(TAG, validator);

        assertEquals("SUCCESS 206 ", failAndRequestAgain().line());
        assertEquals(2, origin.log().size());
        assertComplete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "identity, GZIP", "br", "zstd", "compress", "X-Compress",
            "dcb"})
    void codedPartIsNotJoined(String coding) throws Exception {
        game.http.setAcceptGzip(false);
        second = rest("5-11/12").replace(TAG, TAG + "\r\nContent-Encoding: " + coding);

        assertEquals("SUCCESS 200 ", failAndRequestAgain().line());
        assertEquals(3, origin.log().size());
        assertComplete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-None: a", "ETag: W/\"v1\"",
            "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT",
            "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT", TAG + "\r\nContent-Encoding: gzip",
            TAG + "\r\nContent-Encoding: br"})
    void downloadWithoutAStrongValidatorStartsAgain(String weak) throws Exception {
        validator = weak;
        second = Origin.ok(WHOLE);
        game.http.setAcceptGzip(false);

        assertEquals("SUCCESS 200 ", failAndRequestAgain().line());
        assertNull(sent("Range"));
        assertComplete();
    }

    @Test
    void changedFileIsDownloadedCompletely() throws Exception {
        second = Origin.ok(WHOLE, "ETag: \"v2\"");

        assertEquals("SUCCESS 200 ", failAndRequestAgain().line());
        assertComplete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0-6/12", "6-12/12", "nonsense", "bytes 5-11/12", ""})
    void rangeThatWasNotRequestedStartsAgain(String range) throws Exception {
        second = rest(range);

        assertEquals("SUCCESS 200 ", failAndRequestAgain().line());
        assertEquals(3, origin.log().size());
        assertNull(Origin.header(origin.log().get(2), "Range"));
        assertComplete();
    }

    @Test
    void response416StartsAgain() throws Exception {
        second = Origin.response("416 Range Not Satisfiable", "", "Content-Range: bytes */5");

        assertEquals("SUCCESS 200 ", failAndRequestAgain().line());
        assertEquals(3, origin.log().size());
        assertComplete();
    }

    @Test
    void partFileOfAnotherUrlIsNotResumed() throws Exception {
        second = Origin.ok(WHOLE);
        game.get(origin.url("/other"));

        assertEquals("SUCCESS 200 ", game.get(origin.url("/level")).line());
        assertNull(sent("Range"));
        assertComplete();
    }

    @Test
    void rangeHeaderOfTheProgramIsSentUnchanged() throws Exception {
        second = Origin.response("206 Partial Content", "ll", "Content-Range: bytes 2-3/12");
        game.get(origin.url("/level"));

        assertEquals("SUCCESS 206 ", game.get(origin.url("/level"), "Range: bytes=2-3").line());
        assertEquals("bytes=2-3", sent("Range"));
        assertNull(sent("If-Range"));
        assertEquals("ll", Files.readString(file));
    }

    @Test
    void postIsNotResumed() throws Exception {
        second = Origin.ok(WHOLE);
        game.get(origin.url("/level"));

        assertEquals("SUCCESS 200 ", game.request(Method.METHOD_POST, origin.url("/level"), "").line());
        assertNull(sent("Range"));
    }

    @Test
    void bodySizeLimitCountsTheResumedBytes() throws Exception {
        second = rest("5-11/12");
        game.http.setBodySizeLimit(12);
        assertEquals("SUCCESS 206 ", failAndRequestAgain().line());
        game.http.setBodySizeLimit(11);
        Files.delete(file);
        origin.log().clear();
        assertEquals("BODY_SIZE_LIMIT_EXCEEDED 200 ", game.get(origin.url("/level")).line());
    }

    @Test
    void retryResumesTheFailedAttempt() throws Exception {
        second = rest("5-11/12");
        game.http.setRetryPolicy(new RetryPolicy(1, 0, 0));

        assertEquals("SUCCESS 206 ", game.get(origin.url("/level")).line());
        assertEquals("bytes=5-", sent("Range"));
        assertComplete();
    }

    @Test
    void unreadableResumeFileStartsAgain() throws Exception {
        second = Origin.ok(WHOLE);
        game.get(origin.url("/level"));
        Files.writeString(folder.resolve("level.bin.part-of"), "x");

        assertEquals("SUCCESS 200 ", game.get(origin.url("/level")).line());
        assertNull(sent("Range"));
        assertComplete();
        assertTrue(Files.notExists(folder.resolve("level.bin.part-of")));
    }
}
