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

/** Pages, workers and Node behave the same in every browser and with every driver. */
@ExtendWith(BrowsersOfTheRun.class)
class RealmTest {
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
        return inEach(browsers, realm -> {
            assertEquals("a true 7", realm.evaluate("async (a, b, c) => a + ' ' + b + ' ' + c", "a", true, 7));
            assertEquals(8, ((Number) realm.evaluate("(a) => a + 1", 7)).intValue());
            assertEquals(List.of("a", "b"), realm.evaluate("() => ['a', 'b']"));
            assertEquals(null, realm.evaluate("() => {}"));
        });
    }

    @TestFactory
    Stream<DynamicTest> errorOfAFunctionOrItsPromiseIsThrown(Browsers browsers) {
        return inEach(browsers, realm -> {
            for (String function : List.of("() => { throw new Error('on purpose'); }",
                    "async () => { throw new Error('on purpose'); }")) {
                String message = assertThrows(RuntimeException.class, () -> realm.evaluate(function)).getMessage();
                assertTrue(message.contains("on purpose"), message);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> consoleMessagesAndUncaughtErrorsAreKept(Browsers browsers) {
        return inEach(browsers, realm -> {
            realm.evaluate("() => { console.warn('a', 'b'); }");
            realm.evaluate("() => { setTimeout(() => { throw new Error('c'); }); }");
            realm.await("said.length === 2");
            realm.evaluate("() => { Promise.reject('d'); }");
            realm.await("said.length === 3");
            List<String> said = realm.said();
            assertEquals("warn: a b", said.get(0));
            assertTrue(said.get(1).startsWith("uncaught: ") && said.get(1).endsWith("c"), said.get(1));
            assertEquals("rejected: d", said.get(2));
        });
    }

    private interface Check {
        void in(Realm realm);
    }

    private static Stream<DynamicTest> inEach(Browsers browsers, Check check) {
        return Place.all(browsers, server.port()).filter(place -> place.platform().target() == Target.JS)
                .map(place -> dynamicTest(place.title(), () -> {
                    try (Realm realm = place.suite().get()) {
                        check.in(realm);
                    }
                }));
    }
}
