package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A download whose server sends parts: the file is whole and of one version, or it does not get its name. */
@Timeout(60)
class PartialResponseTest {
    private static final String WHOLE = "0123456789abcdefghijABCDEFGHIJ";
    private static final String OTHER = "the second version of the file";
    private static final String TAG = "ETag: \"v1\"";

    @TempDir
    private Path folder;
    private Path file;
    private RequestGame game;
    private final List<String> answers = new ArrayList<>();
    private String whole = WHOLE;
    private Origin origin;

    @BeforeEach
    void start() throws Exception {
        file = folder.resolve("level.bin");
        game = new RequestGame();
        game.http.setDownloadFile(file.toString());
        game.http.setDownloadResumed(true);
        origin = new Origin(request -> answers.isEmpty() ? Origin.ok(whole, TAG) : answers.remove(0));
    }

    @AfterEach
    void stop() throws Exception {
        game.close();
        origin.close();
    }

    /** Leaves a part of ten bytes of version 1. */
    private void breakOff(String... headers) {
        answers.add(0, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 30\r\n"
                + (headers.length == 0 ? TAG : String.join("\r\n", headers)) + "\r\n\r\n" + WHOLE.substring(0, 10));
        assertEquals("CONNECTION_ERROR 0 ", get());
        assertFalse(Files.exists(file));
        origin.log().clear();
    }

    private String get() {
        return game.get(origin.url("/level")).line();
    }

    private static String partial(String range, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Range: " + range);
        return Origin.response("206 Partial Content", body, all.toArray(String[]::new));
    }

    private List<String> ranges() {
        List<String> ranges = new ArrayList<>();
        origin.log().forEach(request -> ranges.add(Origin.header(request, "Range")));
        return ranges;
    }

    private void assertBegunAnew(String content) throws Exception {
        assertEquals(2, origin.log().size());
        assertEquals("bytes=10-", Origin.header(origin.log().get(0), "Range"));
        assertNull(Origin.header(origin.log().get(1), "Range"));
        assertNull(Origin.header(origin.log().get(1), "If-Range"));
        assertOnly(content);
    }

    private void assertOnly(String content) throws Exception {
        assertEquals(content, Files.readString(file));
        try (var all = Files.list(folder)) {
            assertEquals(List.of(file), all.toList());
        }
    }

    @Test
    void serverThatSendsLessThanRequestedIsAskedForTheRest() throws Exception {
        breakOff();
        answers.add(partial("bytes 10-17/30", WHOLE.substring(10, 18), TAG));
        answers.add(partial("bytes 18-18/30", WHOLE.substring(18, 19), TAG));
        answers.add(partial("bytes 19-29/30", WHOLE.substring(19), TAG));

        assertEquals("SUCCESS 206 ", get());
        assertEquals(List.of("bytes=10-", "bytes=18-", "bytes=19-"), ranges());
        assertOnly(WHOLE);
        assertEquals(30, game.http.getBodySize());
        assertEquals(30, game.http.getDownloadedBytes());
    }

    @Test
    void failureAfterAPartialAnswerKeepsIt() throws Exception {
        breakOff();
        answers.add(partial("bytes 10-17/30", WHOLE.substring(10, 18), TAG));
        answers.add("HTTP/1.1 206 Partial Content\r\nConnection: close\r\nContent-Length: 12\r\n" + TAG
                + "\r\nContent-Range: bytes 18-29/30\r\n\r\n" + WHOLE.substring(18, 20));
        assertEquals("CONNECTION_ERROR 0 ", get());
        assertFalse(Files.exists(file));

        origin.log().clear();
        answers.add(partial("bytes 20-29/30", WHOLE.substring(20), TAG));
        assertEquals("SUCCESS 206 ", get());
        assertEquals(List.of("bytes=20-"), ranges());
        assertOnly(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ETag: \"v2\"", "ETag: W/\"v1\"", "ETag: v1", "ETag: \"v1\"\r\nETag: \"v2\"", "X-None: a"})
    void partWithoutTheNotedEntityTagIsNotJoined(String tag) throws Exception {
        breakOff();
        answers.add(partial("bytes 10-29/30", OTHER.substring(10), tag));
        whole = OTHER;

        assertEquals("SUCCESS 200 ", get());
        assertBegunAnew(OTHER);
    }

    @Test
    void partWithAnotherModificationDateIsNotJoined() throws Exception {
        breakOff("Last-Modified: Sun, 06 Nov 1994 08:49:36 GMT", "Date: Sun, 06 Nov 1994 09:49:37 GMT");
        answers.add(partial("bytes 10-29/30", OTHER.substring(10), "Last-Modified: Sun, 06 Nov 1994 09:49:36 GMT"));
        whole = OTHER;

        assertEquals("SUCCESS 200 ", get());
        assertBegunAnew(OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 10-32/33", "bytes 10-29/*", "bytes 10-29/29", "bytes 10-29", "bytes=10-29/30",
            "bytes 10-29/30, bytes 10-29/30", "bytes  10-29/30", "bytes +10-29/30", "bytes 10-2\u00b9/30",
            "items 10-29/30",
            "bytes 10-29/30\r\nContent-Range: bytes 10-29/30", "bytes 29-10/30", "bytes 10-9/30", "bytes */30",
            "bytes 10-99999999999999999999/99999999999999999999", "bytes 10-29/30;x", "bytes 11-29/30",
            "bytes 10-28/30", "bytes 10-29/30\r\nContent-Encoding: gzip",
            "bytes 10-29/30\r\nContent-Type: multipart/byteranges; boundary=x"})
    void anyOtherContentRangeBeginsAnew(String range) throws Exception {
        breakOff();
        answers.add(partial(range, WHOLE.substring(10), TAG));

        assertEquals("SUCCESS 200 ", get());
        assertBegunAnew(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked\r\n\r\na\r\nabcdefghij\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n15\r\nabcdefghijABCDEFGHIJ!\r\n0\r\n\r\n",
            "Connection: close\r\n\r\nabcdefghij", "Connection: close\r\n\r\n",
            "Connection: close\r\n\r\nabcdefghijABCDEFGHIJ!", "Content-Length: 10\r\n\r\nabcdefghij",
            "Content-Length: 0\r\n\r\n", "Content-Length: 21\r\n\r\nabcdefghijABCDEFGHIJ!"})
    void bodyOfAnotherLengthThanItsContentRangeBeginsAnew(String rest) throws Exception {
        breakOff();
        answers.add("HTTP/1.1 206 Partial Content\r\n" + TAG + "\r\nContent-Range: bytes 10-29/30\r\n" + rest);

        assertEquals("SUCCESS 200 ", get());
        assertBegunAnew(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"304 Not Modified", "412 Precondition Failed", "416 Range Not Satisfiable"})
    void answerThatRejectsOurConditionBeginsAnew(String status) throws Exception {
        breakOff();
        answers.add("HTTP/1.1 " + status + "\r\nConnection: close\r\n"
                + (status.startsWith("304") ? "" : "Content-Length: 0\r\n") + "\r\n");

        assertEquals("SUCCESS 200 ", get());
        assertBegunAnew(WHOLE);
    }

    @Test
    void serverThatNeverFitsIsAFailure() throws Exception {
        breakOff();
        answers.add(partial("bytes 0-9/30", WHOLE.substring(0, 10), TAG));
        answers.add(partial("bytes 10-19/30", WHOLE.substring(10, 20), TAG));

        assertEquals("REQUEST_FAILED 206 ", get());
        assertFalse(Files.exists(file));
        assertTrue(game.http.getFailureMessage().contains("206"), game.http.getFailureMessage());
    }

    @Test
    void partThatNobodyRequestedIsAFailure() throws Exception {
        game.http.setDownloadResumed(false);
        answers.add(partial("bytes 0-9/30", WHOLE.substring(0, 10), TAG));

        assertEquals("REQUEST_FAILED 206 ", get());
        try (var all = Files.list(folder)) {
            assertEquals(List.of(), all.toList());
        }
    }

    @Test
    void partThatNobodyRequestedIsCompletedByAResumableDownload() throws Exception {
        answers.add(partial("bytes 0-9/30", WHOLE.substring(0, 10), TAG));
        answers.add(partial("bytes 10-29/30", WHOLE.substring(10), TAG));

        assertEquals("SUCCESS 206 ", get());
        assertOnly(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void wholeFileInA206IsASuccess(boolean resumed) throws Exception {
        game.http.setDownloadResumed(resumed);
        answers.add(partial("bytes 0-29/30", WHOLE, TAG));

        assertEquals("SUCCESS 206 ", get());
        assertOnly(WHOLE);
    }

    @Test
    void partInA200IsAFailure() throws Exception {
        game.http.setDownloadResumed(false);
        answers.add(Origin.ok(WHOLE.substring(0, 10), "Content-Range: bytes 0-9/30"));

        assertEquals("REQUEST_FAILED 200 ", get());
        assertFalse(Files.exists(file));
    }

    @Test
    void rangeIsRequestedOnlyFromTheUrlThatSentThePart() throws Exception {
        answers.add(Origin.redirect("302 Found", "/a"));
        breakOff2();
        answers.add(Origin.redirect("302 Found", "/a"));
        answers.add(Origin.redirect("302 Found", "/b"));

        assertEquals("SUCCESS 200 ", get());
        assertEquals(List.of("GET /level", "GET /a", "GET /b"), origin.lines());
        assertNull(Origin.header(origin.log().get(0), "Range"));
        assertEquals("bytes=10-", Origin.header(origin.log().get(1), "Range"));
        assertNull(Origin.header(origin.log().get(2), "Range"));
        assertNull(Origin.header(origin.log().get(2), "If-Range"));
        assertOnly(WHOLE);
    }

    private void breakOff2() {
        answers.add("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 30\r\n" + TAG + "\r\n\r\n"
                + WHOLE.substring(0, 10));
        assertEquals("CONNECTION_ERROR 0 ", get());
        origin.log().clear();
    }

    @Test
    void lengthThatIsKnownOnlyFromThePartialAnswerIsHeldTo() throws Exception {
        answers.add("HTTP/1.1 200 OK\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n" + TAG + "\r\n\r\na\r\n"
                + WHOLE.substring(0, 10));
        assertEquals("CONNECTION_ERROR 0 ", get());
        answers.add(partial("bytes 10-17/30", WHOLE.substring(10, 18), TAG));
        answers.add(partial("bytes 18-20/21", "XYZ", TAG));

        assertEquals("SUCCESS 200 ", get());
        assertOnly(WHOLE);
    }

    @Test
    void sizeLimitIsComparedWithTheCompleteLength() throws Exception {
        breakOff();
        game.http.setBodySizeLimit(29);
        answers.add(partial("bytes 10-17/30", WHOLE.substring(10, 18), TAG));

        assertEquals("BODY_SIZE_LIMIT_EXCEEDED 206 ", get());
        assertEquals(1, origin.log().size());
    }
}
