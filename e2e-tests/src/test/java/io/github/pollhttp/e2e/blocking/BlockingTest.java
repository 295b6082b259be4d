package io.github.pollhttp.e2e.blocking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.github.pollhttp.e2e.browser.BrowserPage;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.BrowsersOfTheRun;
import io.github.pollhttp.e2e.browser.WebBrowser;
import io.github.pollhttp.e2e.behaviour.server.BehaviourServer;
import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Site;
import io.github.pollhttp.e2e.behaviour.server.Visit;

/** Blocking mode in a Java thread of TeaVM, and outside of one. */
@ExtendWith(BrowsersOfTheRun.class)
class BlockingTest {
    private static final String SILENT = "/silent";
    private static final String NO_THREAD = "false blocking mode in a browser needs a Java thread; "
            + "do this in one: new Thread(game).start().";

    private static BehaviourServer server;
    private static Site site;
    private static int port;

    @BeforeAll
    static void startServer(@TempDir Path directory) throws Exception {
        server = BehaviourServer.start(directory);
        site = server.open(Map.of("/pieces", BlockingTest::answerInPieces, "/hello", Reply.hello(), SILENT,
                Visit::awaitEnd));
        port = Integer.parseInt(server.origin("A").substring(server.origin("A").lastIndexOf(':') + 1));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static void answerInPieces(Visit visit) throws Exception {
        visit.head(200, List.of());
        for (String piece : List.of("one", "two", "six")) {
            Thread.sleep(Reply.ALONE_MILLISECONDS); // the waiting is the subject of the test; no event tells that the program waits
            visit.write(piece.getBytes(), false);
        }
        visit.write(Reply.NOTHING, true);
    }

    @TestFactory
    Stream<DynamicTest> blocking(Browsers browsers) {
        return browsers.all().stream()
                .flatMap(browser -> Stream.of("js", "wasm").flatMap(target -> in(browser, target)));
    }

    private static Stream<DynamicTest> in(WebBrowser browser, String target) {
        String where = " [" + browser.engine().title() + " " + target + "]";
        BrowserPage page = browser.newPage();
        page.navigate(server.origin("A") + "/suite/index.html?app=blocking&target=" + target);
        page.await("document.body.dataset.ready === '" + target + "'");
        return Stream.of(
                dynamicTest("each call waits until it has a result" + where,
                        () -> assertEquals(
                                "STATUS_BODY 200onetwosix STATUS_CONNECTED, STATUS_BODY 200hello STATUS_CONNECTED",
                                result(page, "request", "/pieces", "/hello").replace(".", ""))),
                dynamicTest("the read timeout ends a wait" + where,
                        () -> assertEquals(
                                "STATUS_BODY 200hello STATUS_CONNECTED, STATUS_CONNECTION_ERROR 0TIMEOUT STATUS_CONNECTION_ERROR",
                                result(page, "request", "/hello", SILENT).replace(".", ""))),
                dynamicTest("close() in another thread ends a wait" + where,
                        () -> assertEquals("ERR_UNCONFIGURED STATUS_DISCONNECTED",
                                result(page, "closeFromAnotherThread", SILENT))),
                dynamicTest("an interrupt ends a wait and stays set" + where,
                        () -> assertEquals("OK STATUS_REQUESTING true", result(page, "interrupt", SILENT))),
                dynamicTest("outside of a thread, blocking mode is rejected" + where,
                        () -> assertEquals(NO_THREAD, page.evaluate("() => suite.outsideOfAThread()"))),
                dynamicTest("the console is empty" + where, () -> {
                    try (page) {
                        assertEquals(List.of(), page.said());
                    }
                }));
    }

    private static String result(BrowserPage page, String export, String... paths) {
        Object[] args = Stream.concat(Stream.of(export, port),
                Stream.of(paths).map(path -> site.expanded("/~" + path))).toArray();
        page.evaluate("(name, ...args) => { suite[name](...args); }", args);
        page.await("suite.result() !== null");
        return (String) page.evaluate("() => suite.result()");
    }
}
