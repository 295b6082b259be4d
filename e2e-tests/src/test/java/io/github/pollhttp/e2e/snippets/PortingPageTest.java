package io.github.pollhttp.e2e.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.pollhttp.events.EventSource;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.request.HTTPRequest;

/** The Java on {@code docs/porting-from-godot.md} does what the page says. {@link SnippetsTest} compares the page with {@link PortingSnippets}. */
@Timeout(60)
class PortingPageTest {
    private static final long FRAME_NANOS = 500_000;
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    @TempDir
    Path folder;
    private final PortingSnippets snippets = new PortingSnippets();
    private final HTTPRequest http = HTTPRequest.create();
    private SnippetServer server;

    @BeforeEach
    void start() throws Exception {
        server = new SnippetServer();
        http.setRequestCompletedListener(
                (result, code, headers, body) -> snippets.show(new String(body, StandardCharsets.UTF_8)));
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    private void frames(Runnable frame, BooleanSupplier end) {
        long start = System.nanoTime();
        while (!end.getAsBoolean()) {
            assertTrue(System.nanoTime() - start < PATIENCE_NANOS, "the snippet did not end in time");
            frame.run();
            LockSupport.parkNanos(FRAME_NANOS);
        }
    }

    /** @return the request that the snippet has begun, as the server saw it */
    private SnippetServer.Asked asked() {
        frames(http::poll, () -> !http.isRequesting());
        return server.last();
    }

    @Test
    void scriptFetchesAPage() {
        snippets.script("127.0.0.1", server.port(), "/page");
        assertEquals("code: 200", snippets.shown.get(0));
        assertTrue(snippets.shown.get(1).contains("Content-Type=application/json")
                || snippets.shown.get(1).contains("Content-type=application/json"), snippets.shown.get(1));
        assertEquals(List.of("length: 17", "text: " + SnippetServer.JSON), snippets.shown.subList(2, 4));
        assertEquals("MyGame/1.0", server.last().header("User-Agent"));
    }

    @Test
    void framesFetchAPage() {
        PortingSnippets.Loading loading = snippets.new Loading("127.0.0.1", server.port(), "/page");
        boolean[] ended = {false};
        frames(() -> ended[0] = loading.frame(), () -> ended[0]);
        assertEquals(List.of(SnippetServer.JSON), snippets.shown);
    }

    @Test
    void errorPageIsNoLevel() {
        assertThrows(IllegalStateException.class, () -> snippets.script("127.0.0.1", server.port(), "/missing"));
        PortingSnippets.Loading loading = snippets.new Loading("127.0.0.1", server.port(), "/missing");
        boolean[] ended = {false};
        frames(() -> ended[0] = loading.frame(), () -> ended[0]);
        assertEquals("the server answered 404", snippets.shown.get(snippets.shown.size() - 1));
    }

    @Test
    void wrongHostIsRejectedAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> snippets.new Loading("no host", 80, "/"));
    }

    @Test
    void screenShowsTheAnswerTheRejectionAndTheFailure() throws Exception {
        PortingSnippets.Screen screen = snippets.new Screen();
        screen.onButtonPressed(server.url("/"));
        frames(screen::process, () -> snippets.shown.size() == 1);
        screen.onButtonPressed("no url");
        // Bound and not listening: the port refuses connections, and no other program can take it.
        try (SocketChannel refusing = SocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0))) {
            screen.onButtonPressed("http://127.0.0.1:" + refusing.socket().getLocalPort() + "/");
            frames(screen::process, () -> snippets.shown.size() == 3);
        }
        assertEquals(SnippetServer.JSON, snippets.shown.get(0));
        assertTrue(snippets.shown.get(1).contains("no url"), snippets.shown.get(1));
        assertTrue(snippets.shown.get(2).startsWith("RESULT_CANT_CONNECT 0 "), snippets.shown.get(2));
    }

    @Test
    void oneLineFetchesAPage() {
        HTTPRequest one = snippets.oneLine(server.url("/"));
        frames(one::poll, () -> !snippets.shown.isEmpty());
        assertEquals(List.of("RESULT_SUCCESS 200"), snippets.shown);
    }

    @Test
    void headersAndQueryReachTheServer() {
        snippets.withHeaders(http, server.url("/"));
        SnippetServer.Asked request = asked();
        assertEquals("MyGame/1.0", request.header("User-Agent"));
        assertEquals("Bearer abc123", request.header("Authorization"));
        snippets.withQuery(http, server.url("/"));
        assertEquals("GET /?search=red%20dragon", asked().line());
    }

    @Test
    void dataReachesTheServerWithItsContentType() {
        snippets.postJson(http, server.url("/"), "{\"score\":1}");
        SnippetServer.Asked json = asked();
        assertEquals("application/json", json.header("Content-Type"));
        assertEquals("{\"score\":1}", json.body());
        snippets.postForm(http, server.url("/"));
        assertEquals("name=Zo%C3%AB", asked().body());
        snippets.upload(http, server.url("/"), new byte[]{'P', 'N', 'G'});
        SnippetServer.Asked upload = asked();
        assertTrue(upload.header("Content-Type").startsWith("multipart/form-data; boundary="));
        assertTrue(upload.body().contains("filename=\"shot.png\"\r\nContent-Type: image/png\r\n\r\nPNG\r\n"));
    }

    @Test
    void downloadIsWrittenToTheFile() throws Exception {
        Path file = folder.resolve("level.json");
        snippets.download(http, server.url("/level"), file.toString());
        asked();
        assertEquals(SnippetServer.JSON, Files.readString(file));
    }

    @Test
    void queueFetchesEveryUrl() {
        HTTPRequestQueue queue = snippets.several(List.of(server.url("/1"), server.url("/2"), server.url("/3")));
        frames(queue::poll, () -> snippets.shown.size() == 3);
        queue.close();
        assertEquals(List.of("GET /1", "GET /2", "GET /3"), server.lines().stream().sorted().toList());
    }

    @Test
    void jarSendsCookiesBack() {
        snippets.cookies(http);
        http.request(server.url("/"));
        asked();
        http.request(server.url("/"));
        assertEquals("a=1", asked().header("Cookie"));
    }

    @Test
    void eventsAreShown() {
        EventSource source = snippets.events(server.url("/events"));
        frames(() -> snippets.eventsOfAFrame(source), () -> !snippets.shown.isEmpty());
        source.close();
        assertEquals(List.of("add: a"), snippets.shown);
    }

    @Test
    void endOfEventsIsShown() {
        EventSource source = snippets.events(server.url("/missing"));
        frames(() -> snippets.eventsOfAFrame(source), () -> !snippets.shown.isEmpty());
        assertEquals(1, snippets.shown.size());
        assertTrue(snippets.shown.get(0).contains("404"), snippets.shown.get(0));
    }
}
