package io.github.pollhttp.e2e.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Site;
import io.github.pollhttp.e2e.browser.Browsers;

/** A class of tests that run in every browser and for each target. At the end, no page may have reported an error. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class BehaviourTest extends BehaviourServerTest {
    static final String CONNECTED = "connect:OK CONNECTING CONNECTED";
    static final String REQUESTING = CONNECTED + " request:OK REQUESTING";
    static final String FAILED = "CONNECTION_ERROR poll:ERR_CONNECTION_ERROR nothing because:NETWORK_OR_CORS";

    /** A test of one browser and one target. */
    interface Check {
        void in(BehaviourPlayer player) throws Exception;
    }

    /** Returns the tests by their names. */
    abstract Map<String, Check> checks();

    /** Returns the browsers and targets of this class: by default, all. */
    Stream<BehaviourPlayer> players(Browsers browsers) {
        return BehaviourPlayer.all(browsers, server);
    }

    @TestFactory
    Stream<DynamicTest> inEachBrowser(Browsers browsers) {
        return players(browsers).flatMap(player -> Stream.concat(
                checks().entrySet().stream()
                        .map(each -> dynamicTest(each.getKey() + player.title(), () -> each.getValue().in(player))),
                Stream.of(dynamicTest("no script has an error" + player.title(), () -> checkQuiet(player)))));
    }

    Site open(Map<String, Reply> replies) {
        return server.open(replies);
    }

    private static void checkQuiet(BehaviourPlayer player) {
        List<String> said = player.said();
        player.close();
        assertEquals(List.of(), said);
    }
}
