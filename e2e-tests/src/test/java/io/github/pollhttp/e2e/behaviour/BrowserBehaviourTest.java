package io.github.pollhttp.e2e.behaviour;

import static java.nio.charset.StandardCharsets.US_ASCII;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Site;

/**
 * The browsers' own rules, in every browser of the run. Each case checks the trace of the program and the requests
 * at the server. It ends with another request of the same client, which has to succeed.
 */
class BrowserBehaviourTest extends BehaviourServerTest {
    private static final String NEXT = BehaviourCase.ASIDE + "next";
    private static final String RECOVERED = "connect:OK CONNECTING CONNECTED request:OK REQUESTING BODY code:200 body:next CONNECTED";

    @TestFactory
    Stream<DynamicTest> eachCaseHasItsTraceAndItsRequests(Browsers browsers) {
        return BehaviourPlayer.oneTargetEach(browsers, server).flatMap(player -> Stream.concat(
                AllBehaviour.list().stream()
                        .map(behaviour -> dynamicTest(behaviour.name() + player.title(),
                                () -> play(behaviour, player))),
                Stream.of(dynamicTest("the console has only the library's warnings" + player.title(),
                        () -> checkQuiet(player)))));
    }

    private static void play(BehaviourCase behaviour, BehaviourPlayer player) throws InterruptedException {
        Map<String, Reply> replies = new HashMap<>(behaviour.replies());
        replies.put(NEXT, Reply.bytes(200, "next".getBytes(US_ASCII)));
        Site site = server.open(replies);
        List<String> program = new ArrayList<>(behaviour.program());
        program.add(0, "begin");
        program.addAll(List.of("connect\t{" + behaviour.pageOrigin() + "}", "request\tGET\t/~" + NEXT, "head", "body"));
        String trace = BehaviourPlayer.run(player.page(behaviour.pageOrigin(), behaviour.page()), site,
                program.toArray(String[]::new));

        BehaviourCase expected = behaviour.in(player.engine());
        assertEquals(expected.trace() + " " + RECOVERED, trace, expected.reason());
        if (expected.log() != null) {
            assertEquals(expected.log(),
                    site.log().stream().filter(each -> !each.target().startsWith(BehaviourCase.ASIDE))
                            .map(each -> site.shortened(each.line(behaviour.shown()))).toList(),
                    expected.reason());
        }
        site.awaitQuiet();
    }

    /** The case of forbidden request-headers logs a warning for each of them. */
    private static void checkQuiet(BehaviourPlayer player) {
        List<String> said = player.said();
        player.close();
        assertEquals(
                ExchangeBehaviour.FORBIDDEN.stream()
                        .map(name -> "warn: PollHTTP: only the browser sets the header " + name.toLowerCase(Locale.ROOT)
                                + ", so it was left out.")
                        .sorted().toList(),
                said.stream().sorted().toList());
    }
}
