package io.github.pollhttp.e2e.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import static io.github.pollhttp.e2e.behaviour.BehaviourPlayer.run;
import static io.github.pollhttp.e2e.behaviour.BehaviourPlayer.runRequests;
import static io.github.pollhttp.e2e.behaviour.server.Reply.bytes;
import static io.github.pollhttp.e2e.behaviour.server.Reply.gzip;
import static io.github.pollhttp.e2e.behaviour.server.Reply.hello;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Site;
import io.github.pollhttp.e2e.browser.Node;
import io.github.pollhttp.e2e.browser.Realm;

/**
 * Behaviour in Node beyond the scenarios of the contract. Node has {@code fetch}, and no page: no {@code addEventListener}, {@code location},
 * {@code origin} or {@code XMLHttpRequest}.
 */
class NodeTest extends BehaviourServerTest {
    @TestFactory
    Stream<DynamicTest> lengthOfACodedBodyIsUnknown() {
        return inEach(Map.of("/x", bytes(200, gzip("hello"), "Content-Encoding: gzip")), (node, site) -> {
            assertEquals("SUCCESS:200:hello size:-1 downloaded:5",
                    runRequests(node, site, "begin", "get\t{A}/~/x", "size"));
        });
    }

    @TestFactory
    Stream<DynamicTest> failureHasAMessageWithoutAdviceOnCors() {
        return inEach(Map.of(), (node, site) -> {
            assertEquals(
                    "connect:OK CONNECTING CONNECTED request:OK REQUESTING CONNECTION_ERROR poll:ERR_CONNECTION_ERROR "
                            + "nothing because:NETWORK_OR_CORS "
                            + "message:{N}: the request failed, and the browser does not say why; check that the server runs.",
                    run(node, site, "begin", "diagnostics", "connect\t{N}", "request\tGET\t/", "head", "message"));
        });
    }

    @TestFactory
    Stream<DynamicTest> uploadWithoutXmlHttpRequestIsSentByFetch() {
        return inEach(Map.of("/x", hello(), "/cut", Reply.cutShort("Content-Length: 10")), (node, site) -> {
            assertEquals("SUCCESS:200:hello CONNECTION_ERROR:0: succeeded:5 failed:0",
                    runRequests(node, site, "begin", "uploads", "send\tPOST\t{A}/~/x\tdata",
                            "send\tPOST\t{A}/~/cut\tdata", "add\t5\tPOST\t{A}/~/x\tdata", "drain"));
            assertEquals("POST /x data", site.log().get(0).line(List.of()).substring(2));
        });
    }

    private interface Check {
        void in(Realm node, Site site);
    }

    private static Stream<DynamicTest> inEach(Map<String, Reply> replies, Check check) {
        return Node.all().stream().flatMap(node -> node.platforms()
                .map(platform -> dynamicTest(platform.title() + " " + node.version(), () -> {
                    try (Realm process = node.open(platform.target())) {
                        check.in(process, server.open(replies));
                        assertEquals(List.of(), process.said());
                    }
                })));
    }
}
