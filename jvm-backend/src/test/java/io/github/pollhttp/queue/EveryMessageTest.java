package io.github.pollhttp.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.request.HTTPResponse;
import io.github.pollhttp.request.Origin;
import io.github.pollhttp.request.RequestSettings;

/** Each response that is not ok has a message, from a request and from a queue, and only a cancelled one is cancelled. */
@Timeout(60)
class EveryMessageTest {
    /** Only a faulty backend causes the first one, and only another program that changes the file the second one. */
    private static final Set<Result> UNREACHABLE = EnumSet.of(Result.RESULT_NO_RESPONSE,
            Result.RESULT_DOWNLOAD_FILE_WRITE_ERROR);

    @TempDir
    private Path folder;
    private Origin origin;
    private RawServer plain;
    private volatile String answer;

    /**
     * @param answer   what the server answers
     * @param url      the URL; {@code {here}} is the server, and {@code {plain}} one that speaks no TLS
     * @param settings changes the settings; gets a folder, too
     * @param words    words of the message
     */
    private record Case(Result result, String answer, String url, Setting settings, String words) {
        Case(Result result, String answer, String words) {
            this(result, answer, "http://{here}/level.json", (settings, folder) -> {}, words);
        }

        Case with(Setting more) {
            return new Case(result, answer, url, more, words);
        }

        Case at(String other) {
            return new Case(result, answer, other, settings, words);
        }
    }

    private interface Setting {
        void change(RequestSettings settings, Path folder) throws Exception;
    }

    static Stream<Case> cases() {
        String hello = Origin.ok("hello");
        return Stream.of(new Case(Result.RESULT_SUCCESS, response("404 Not Found", ""), "answered 404 Not Found."),
                new Case(Result.RESULT_SUCCESS, response("304 Not Modified", ""), "answered 304 Not Modified."),
                new Case(Result.RESULT_SUCCESS, response("300 ", ""), "answered 300 Multiple Choices."),
                new Case(Result.RESULT_SUCCESS, "HTTP/1.1 500\r\nContent-Length: 0\r\n\r\n",
                        "answered 500 Internal Server Error."),
                new Case(Result.RESULT_SUCCESS, response("799 Odd", ""), "answered 799."),
                new Case(Result.RESULT_SUCCESS,
                        "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n",
                        "answered 101"),
                new Case(Result.RESULT_CHUNKED_BODY_SIZE_MISMATCH,
                        response("206 Partial Content", "hello", "Content-Range: bytes 0-8/9"), "5"),
                new Case(Result.RESULT_CANT_CONNECT, hello, "127.0.0.1:1").at("http://127.0.0.1:1/"),
                new Case(Result.RESULT_CANT_RESOLVE, hello, "name.invalid").at("http://name.invalid/"),
                new Case(Result.RESULT_CONNECTION_ERROR, "nonsense\r\n\r\n", "HTTP"),
                new Case(Result.RESULT_CONNECTION_ERROR, null, "closed"),
                new Case(Result.RESULT_TLS_HANDSHAKE_ERROR, hello, "TLS").at("https://{plain}/"),
                new Case(Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED, hello, "4")
                        .with((settings, folder) -> settings.setBodySizeLimit(4)),
                new Case(Result.RESULT_BODY_DECOMPRESS_FAILED, Origin.ok("hello", "Content-Encoding: gzip"),
                        "Content-Encoding"),
                new Case(Result.RESULT_BODY_DECOMPRESS_FAILED, Origin.ok("hello", "Content-Encoding: br"), "br"),
                new Case(Result.RESULT_REQUEST_FAILED, response("302 Found", "", "Location: ftp://a/"), "redirects to"),
                new Case(Result.RESULT_DOWNLOAD_FILE_CANT_OPEN, hello, "level.bin")
                        .with((settings, folder) -> settings
                                .setDownloadFile(folder.resolve("missing/level.bin").toString())),
                new Case(Result.RESULT_REDIRECT_LIMIT_REACHED, response("302 Found", "", "Location: /"), "redirected")
                        .with((settings, folder) -> settings.setMaxRedirects(3)),
                new Case(Result.RESULT_TIMEOUT, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", "timeout")
                        .with((settings, folder) -> settings.setTimeout(0.05)));
    }

    private static String response(String status, String body, String... headers) {
        return Origin.ok(body, headers).replace("200 OK", status);
    }

    @BeforeEach
    void start() throws Exception {
        answer = Origin.ok("hello");
        origin = new Origin(request -> answer);
        plain = new RawServer(socket -> RawServer.send(socket, "HTTP/1.1 400 Bad Request\r\n\r\n"));
    }

    @AfterEach
    void stop() throws Exception {
        origin.close();
        plain.close();
    }

    private String prepare(Case each) {
        answer = each.answer();
        return each.url().replace("{here}", origin.url("").replace("http://", "")).replace("{plain}",
                "127.0.0.1:" + plain.port());
    }

    private static void await(List<HTTPResponse> responses, Runnable poll) {
        while (responses.isEmpty()) {
            poll.run();
            Thread.yield();
        }
    }

    private HTTPResponse ofRequest(Case each) throws Exception {
        List<HTTPResponse> responses = new ArrayList<>();
        try (HTTPRequest http = HTTPRequest.create()) {
            each.settings().change(http, folder);
            http.setResponseListener(responses::add);
            assertEquals(ErrorCode.OK, http.request(prepare(each)), http::getRejection);
            await(responses, http::poll);
        }
        return responses.get(0);
    }

    private HTTPResponse ofQueue(String url, Consumer<HTTPRequestQueue> then, Case each) throws Exception {
        List<HTTPResponse> responses = new ArrayList<>();
        try (HTTPRequestQueue queue = HTTPRequestQueue.create()) {
            each.settings().change(queue.settings(), folder);
            queue.get(url, responses::add);
            then.accept(queue);
            await(responses, queue::poll);
        }
        return responses.get(0);
    }

    private static void assertSentence(HTTPResponse response, String words) {
        String message = response.message();
        assertNotNull(message);
        assertTrue(message.contains(words), message);
        assertFalse(message.contains("null"), message);
        assertTrue(message.length() > 20, message);
        assertTrue(message.endsWith("."), message);
        assertFalse(response.isOk());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void messageSaysWhatHappened(Case each) throws Exception {
        for (HTTPResponse response : List.of(ofRequest(each), ofQueue(prepare(each), queue -> {}, each))) {
            assertEquals(each.result(), response.result(), response::message);
            assertSentence(response, each.words());
            assertFalse(response.isCancelled());
        }
    }

    @Test
    void casesHaveEachResult() {
        assertEquals(EnumSet.complementOf(EnumSet.copyOf(UNREACHABLE)),
                cases().map(Case::result).collect(Collectors.toCollection(() -> EnumSet.noneOf(Result.class))));
    }

    @Test
    void cancelledRequestIsCancelledWhetherItHasStartedOrNot() throws Exception {
        Case slow = new Case(Result.RESULT_REQUEST_FAILED, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", "");
        String url = prepare(slow);
        for (HTTPResponse response : List.of(ofQueue(url, HTTPRequestQueue::close, slow), ofQueue(url, queue -> {
            queue.poll();
            queue.close();
        }, slow))) {
            assertEquals(Result.RESULT_REQUEST_FAILED, response.result());
            assertSentence(response, "cancelled");
            assertTrue(response.isCancelled());
        }
    }

    @Test
    void rejectedUrlOfAQueueHasAMessageAndIsNotCancelled() throws Exception {
        for (String url : List.of("", "no url", "ftp://example.com/", "http://user@example.com/")) {
            HTTPResponse response = ofQueue(url, queue -> {}, cases().findFirst().orElseThrow());

            assertEquals(Result.RESULT_REQUEST_FAILED, response.result());
            assertNotNull(response.message());
            assertFalse(response.message().contains("null"), response.message());
            assertFalse(response.isCancelled());
        }
    }

    @Test
    void requestAddedToAClosedQueueIsSent() throws Exception {
        List<HTTPResponse> responses = new ArrayList<>();
        HTTPRequestQueue queue = HTTPRequestQueue.create();
        queue.close();
        queue.get(origin.url("/"), responses::add);
        await(responses, queue::poll);
        queue.close();
        assertTrue(responses.get(0).isOk(), responses.get(0).message());
    }
}
