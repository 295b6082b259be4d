package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.request.RequestGame.Completion;

/** Requests whose body is a file, and which have to send it several times. */
@Timeout(60)
class FileUploadTest {
    private static final int LARGE = 32 * 1024 * 1024;

    @TempDir
    Path folder;

    private Path file(String content) throws Exception {
        return Files.writeString(folder.resolve("save.bin"), content, StandardCharsets.ISO_8859_1);
    }

    private static RequestGame game(boolean threads) {
        RequestGame game = new RequestGame();
        game.http.setUseThreads(threads);
        return game;
    }

    private static void put(RequestGame game, String url, Path file) {
        assertEquals(ErrorCode.OK, game.http.request(url, List.of(), Method.METHOD_PUT,
                RequestBody.file("a/b", file.toString())));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void redirectSendsTheFileAgain(boolean threads) throws Exception {
        Path file = file("saved game");
        try (Origin origin = new Origin(request -> request.startsWith("PUT /0 ")
                ? Origin.redirect("307 Temporary Redirect", "/1")
                : Origin.ok(
                        request.substring(request.indexOf("\r\n\r\n") + 4) + Origin.header(request, "Content-Type")));
                RequestGame game = game(threads)) {
            put(game, origin.url("/0"), file);
            assertEquals("SUCCESS 200 saved gamea/b", game.awaitCompletion().line());
            assertEquals(10, game.http.getUploadedBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void redirectThatBecomesAGetSendsNoFile(boolean threads) throws Exception {
        Path file = file("saved game");
        try (Origin origin = new Origin(request -> request.startsWith("PUT /0 ")
                ? Origin.redirect("303 See Other", "/1")
                : Origin.ok(request.startsWith("GET /1 ") + " " + Origin.header(request, "Content-Type")));
                RequestGame game = game(threads)) {
            put(game, origin.url("/0"), file);
            assertEquals("SUCCESS 200 true null", game.awaitCompletion().line());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void retrySendsTheFileAgainAsItIsThen(boolean threads) throws Exception {
        Path file = file("saved game");
        AtomicInteger count = new AtomicInteger();
        try (Origin origin = new Origin(request -> {
            if (count.getAndIncrement() == 0) {
                Files.writeString(file, "a longer saved game");
                return Origin.response("503 Service Unavailable", "");
            }
            return Origin.ok(request.substring(request.indexOf("\r\n\r\n") + 4));
        }); RequestGame game = game(threads)) {
            game.http.setRetryPolicy(new RetryPolicy(1, 0.001, 0.001));
            put(game, origin.url("/"), file);
            assertEquals("SUCCESS 200 a longer saved game", game.awaitCompletion().line());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fileIsSentAgainAfterAnIdleConnectionHasDied(boolean threads) throws Exception {
        Path file = file("saved game");
        AtomicInteger count = new AtomicInteger();
        try (Origin origin = new Origin(request -> count.getAndIncrement() == 1
                ? null
                : Origin.ok(request.substring(request.indexOf("\r\n\r\n") + 4))); RequestGame game = game(threads)) {
            assertEquals("SUCCESS 200 ", game.get(origin.url("/")).line());
            put(game, origin.url("/"), file);
            assertEquals("SUCCESS 200 saved game", game.awaitCompletion().line());
            assertEquals(3, count.get());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void missingFileIsAFailureThatIsNotRetried(boolean threads) throws Exception {
        Path none = folder.resolve("none.bin");
        AtomicInteger connections = new AtomicInteger();
        try (RawServer server = new RawServer(socket -> {
            connections.incrementAndGet();
            RawServer.awaitEnd(socket);
        }); RequestGame game = game(threads)) {
            game.http.setRetryPolicy(new RetryPolicy(3, 0.001, 0.001));
            put(game, RequestGame.url(server.port(), "/"), none);
            Completion completion = game.awaitCompletion();
            assertEquals(Result.RESULT_REQUEST_FAILED, completion.result());
            assertEquals(Reason.FILE_UNREADABLE, game.http.getFailure().reason());
            assertTrue(game.http.getFailureMessage().contains("cannot open " + none), game.http.getFailureMessage());
            assertTrue(connections.get() <= 1, "connections: " + connections);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cancelInTheMiddleOfAFileEndsTheConnection(boolean threads) throws Exception {
        Path file = folder.resolve("save.bin");
        Files.write(file, new byte[LARGE]);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        CompletableFuture<Long> received = new CompletableFuture<>();
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            begun.countDown();
            cancelled.await(); // until then the rest of the file does not fit into the connection
            received.complete(socket.getInputStream().transferTo(OutputStream.nullOutputStream()));
        }); RequestGame game = game(threads)) {
            put(game, RequestGame.url(server.port(), "/"), file);
            game.await(() -> begun.getCount() == 0);
            game.http.cancelRequest();
            cancelled.countDown();
            game.await(() -> !game.completions.isEmpty() && received.isDone());
            assertEquals("REQUEST_FAILED 0 ", game.completions.get(0).line());
            assertTrue(received.get() < LARGE, "received " + received.get());
        }
    }
}
