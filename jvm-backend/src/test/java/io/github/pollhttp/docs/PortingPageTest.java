package io.github.pollhttp.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import io.github.pollhttp.request.Origin;

/** The Java on {@code docs/porting-from-godot.md} is that of {@link PortingSnippets}, and does what the page says. */
@Timeout(60)
class PortingPageTest {
    private static final long FRAME_NANOS = 500_000;
    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final Path PAGE = Path.of("..", "docs", "porting-from-godot.md");
    private static final Path SNIPPETS = Path.of("src", "test", "java", "io", "github", "pollhttp", "docs",
            "PortingSnippets.java");

    @TempDir
    Path folder;
    private final PortingSnippets snippets = new PortingSnippets();
    private final HTTPRequest http = HTTPRequest.create();
    private Origin origin;

    @BeforeEach
    void start() throws Exception {
        origin = new Origin(request -> Origin.target(request).equals("/events")
                ? "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\nevent: add\ndata: a\n\n"
                : Origin.ok("{\"hello\":\"world\"}", "Set-Cookie: a=1"));
        http.setRequestCompletedListener(
                (result, code, headers, body) -> snippets.show(new String(body, StandardCharsets.UTF_8)));
    }

    @AfterEach
    void stop() throws Exception {
        http.close();
        origin.close();
    }

    private int port() {
        String url = origin.url("");
        return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
    }

    private void frames(Runnable frame, BooleanSupplier end) {
        long start = System.nanoTime();
        while (!end.getAsBoolean()) {
            assertTrue(System.nanoTime() - start < PATIENCE_NANOS, "waited in vain");
            frame.run();
            LockSupport.parkNanos(FRAME_NANOS);
        }
    }

    /** The request that the snippet has begun, as the server saw it. */
    private String asked() {
        frames(http::poll, () -> !http.isRequesting());
        return origin.log().get(origin.log().size() - 1);
    }

    // The page

    /** Each between its marker and the next end, without the indentation of its first line. */
    private static List<String> snippets() throws Exception {
        List<String> found = new ArrayList<>();
        StringBuilder snippet = null;
        int indentation = 0;
        for (String line : Files.readAllLines(SNIPPETS)) {
            if (line.strip().startsWith("// snippet: ")) {
                snippet = new StringBuilder();
                indentation = line.indexOf('/');
            } else if (line.strip().equals("// end") && snippet != null) {
                found.add(snippet.toString());
                snippet = null;
            } else if (snippet != null) {
                snippet.append(line.isBlank() ? "" : line.substring(indentation)).append('\n');
            }
        }
        return found;
    }

    private static List<String> javaOfThePage() throws Exception {
        List<String> found = new ArrayList<>();
        StringBuilder block = null;
        for (String line : Files.readAllLines(PAGE)) {
            if (line.equals("```java")) {
                block = new StringBuilder();
            } else if (line.equals("```") && block != null) {
                found.add(block.toString());
                block = null;
            } else if (block != null) {
                block.append(line).append('\n');
            }
        }
        return found;
    }

    @Test
    void thePageHasTheSnippetsThatAreRunHere() throws Exception {
        List<String> expected = snippets();
        assertEquals(17, expected.size());
        assertEquals(String.join("---\n", expected), String.join("---\n", javaOfThePage()));
    }

    // The snippets

    @Test
    void theScriptFetchesAPage() {
        snippets.script("127.0.0.1", port(), "/page");
        assertEquals(List.of("code: 200", "headers: {Set-Cookie=a=1, Content-Length=17}", "length: 17",
                "text: {\"hello\":\"world\"}"), snippets.shown);
        assertEquals("MyGame/1.0", Origin.header(origin.log().get(0), "User-Agent"));
    }

    @Test
    void theFramesFetchThePageToo() {
        PortingSnippets.Loading loading = snippets.new Loading("127.0.0.1", port(), "/page");
        boolean[] ended = {false};
        frames(() -> ended[0] = loading.frame(), () -> ended[0]);
        assertEquals(List.of("{\"hello\":\"world\"}"), snippets.shown);
    }

    @Test
    void theScreenShowsWhatItGetsAndWhatItDoesNot() throws Exception {
        PortingSnippets.Screen screen = snippets.new Screen();
        screen.onButtonPressed(origin.url("/"));
        frames(screen::process, () -> snippets.shown.size() == 1);
        screen.onButtonPressed("no url");
        // Bound and not listening: a connection to it is refused, and nobody else gets the port.
        try (SocketChannel refusing = SocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0))) {
            screen.onButtonPressed("http://127.0.0.1:" + refusing.socket().getLocalPort() + "/");
            frames(screen::process, () -> snippets.shown.size() == 3);
        }
        assertEquals("{\"hello\":\"world\"}", snippets.shown.get(0));
        assertTrue(snippets.shown.get(1).contains("no url"), snippets.shown.get(1));
        assertTrue(snippets.shown.get(2).startsWith("RESULT_CANT_CONNECT 0 "), snippets.shown.get(2));
    }

    @Test
    void oneLineIsEnough() {
        HTTPRequest one = snippets.oneLine(origin.url("/"));
        frames(one::poll, () -> !snippets.shown.isEmpty());
        assertEquals(List.of("RESULT_SUCCESS 200"), snippets.shown);
    }

    @Test
    void headersAndQueriesGoOut() {
        snippets.withHeaders(http, origin.url("/"));
        String request = asked();
        assertEquals("MyGame/1.0", Origin.header(request, "User-Agent"));
        assertEquals("Bearer abc123", Origin.header(request, "Authorization"));
        snippets.withQuery(http, origin.url("/"));
        assertEquals("/?search=red%20dragon", Origin.target(asked()));
    }

    @Test
    void dataGoesOutAsWhatItIs() {
        snippets.postJson(http, origin.url("/"), "{\"score\":1}");
        String json = asked();
        assertEquals("application/json", Origin.header(json, "Content-Type"));
        assertEquals("{\"score\":1}", Origin.body(json));
        snippets.postForm(http, origin.url("/"));
        assertEquals("name=Zo%C3%AB", Origin.body(asked()));
        snippets.upload(http, origin.url("/"), new byte[]{'P', 'N', 'G'});
        String upload = asked();
        assertTrue(Origin.header(upload, "Content-Type").startsWith("multipart/form-data; boundary="));
        assertTrue(Origin.body(upload).contains("filename=\"shot.png\"\r\nContent-Type: image/png\r\n\r\nPNG\r\n"));
    }

    @Test
    void aDownloadIsAFile() throws Exception {
        Path file = folder.resolve("level.json");
        snippets.download(http, origin.url("/level"), file.toString());
        asked();
        assertEquals("{\"hello\":\"world\"}", Files.readString(file));
    }

    @Test
    void aQueueGetsThemAll() {
        HTTPRequestQueue queue = snippets.several(List.of(origin.url("/1"), origin.url("/2"), origin.url("/3")));
        frames(queue::poll, () -> snippets.shown.size() == 3);
        queue.close();
        assertEquals(List.of("GET /1", "GET /2", "GET /3"), origin.lines().stream().sorted().toList());
    }

    @Test
    void aJarSendsCookiesBack() {
        snippets.cookies(http);
        http.request(origin.url("/"));
        asked();
        http.request(origin.url("/"));
        assertEquals("a=1", Origin.header(asked(), "Cookie"));
    }

    @Test
    void eventsAreShown() {
        EventSource source = snippets.events(origin.url("/events"));
        frames(() -> snippets.eventsOfAFrame(source), () -> !snippets.shown.isEmpty());
        source.close();
        assertEquals(List.of("add: a"), snippets.shown);
    }
}
