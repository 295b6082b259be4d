package io.github.pollhttp.e2e.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

import io.github.pollhttp.contract.server.ScriptedServer;

/** Pages behave the same in every browser and with every driver. */
@ExtendWith(BrowsersOfTheRun.class)
class BrowserPageTest {
    private static ScriptedServer server;

    @BeforeAll
    static void startServer() throws IOException {
        server = ScriptedServer.start(new SuitePages());
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> functionGetsItsArgumentsAndItsPromiseIsAwaited(Browsers browsers) {
        return inEach(browsers, page -> {
            assertEquals("a true 7", page.evaluate("async (a, b, c) => a + ' ' + b + ' ' + c", "a", true, 7));
            assertEquals(8, ((Number) page.evaluate("(a) => a + 1", 7)).intValue());
            assertEquals(List.of("a", "b"), page.evaluate("() => ['a', 'b']"));
            assertEquals(null, page.evaluate("() => {}"));
        });
    }

    @TestFactory
    Stream<DynamicTest> errorOfAFunctionOrItsPromiseIsThrown(Browsers browsers) {
        return inEach(browsers, page -> {
            for (String function : List.of("() => { throw new Error('on purpose'); }",
                    "async () => { throw new Error('on purpose'); }")) {
                String message = assertThrows(RuntimeException.class, () -> page.evaluate(function)).getMessage();
                assertTrue(message.contains("on purpose"), message);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> consoleMessagesAndUncaughtErrorsAreKept(Browsers browsers) {
        return inEach(browsers, page -> {
            page.evaluate("() => { console.warn('a', 'b'); }");
            page.evaluate("() => { setTimeout(() => { throw new Error('c'); }); }");
            page.await("said.length === 2");
            page.evaluate("() => { Promise.reject('d'); }");
            page.await("said.length === 3");
            List<String> said = page.said();
            assertEquals("warn: a b", said.get(0));
            assertTrue(said.get(1).startsWith("uncaught: ") && said.get(1).endsWith("c"), said.get(1));
            assertEquals("rejected: d", said.get(2));
        });
    }

    private interface PageCheck {
        void on(BrowserPage page);
    }

    private static Stream<DynamicTest> inEach(Browsers browsers, PageCheck check) {
        return browsers.all().stream().map(browser -> dynamicTest(browser.engine().title(), () -> {
            try (BrowserPage page = browser.newPage()) {
                page.navigate("http://127.0.0.1:" + server.port() + "/suite/index.html?target=js");
                check.on(page);
            }
        }));
    }
}
