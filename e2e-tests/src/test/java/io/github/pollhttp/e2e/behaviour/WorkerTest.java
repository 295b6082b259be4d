package io.github.pollhttp.e2e.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static io.github.pollhttp.e2e.behaviour.BehaviourPlayer.run;
import static io.github.pollhttp.e2e.behaviour.BehaviourPlayer.runRequests;
import static io.github.pollhttp.e2e.behaviour.server.Reply.ANY_ORIGIN;
import static io.github.pollhttp.e2e.behaviour.server.Reply.hello;

import java.util.List;
import java.util.Map;

import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.e2e.behaviour.server.Site;

/** Behaviour in a dedicated worker beyond the scenarios of the contract: a worker has the origin of its page, and a policy of its own. */
class WorkerTest extends BehaviourTest {
    private static final String POLICY = "Content-Security-Policy:connect-src 'self'";
    private static final String ALLOW = " message:{B}: the network failed or CORS blocked the response, and the browser does not say which; "
            + "check that the server runs and sends \"Access-Control-Allow-Origin: {A}\".";

    @Override
    Map<String, Check> checks() {
        return Map.of("the advice on CORS names the origin of a worker", this::checkAdvice,
                "a policy that blocks a request of a worker is named", this::checkPolicy,
                "the URL of a worker's script is the base of a relative URL", this::checkBase);
    }

    private void checkAdvice(BehaviourPlayer player) {
        Site site = open(Map.of("/x", hello()));
        assertEquals(REQUESTING + " " + FAILED + ALLOW,
                run(player.worker("A", ""), site, "begin", "connect\t{B}", "request\tGET\t/~/x", "head", "message"));
    }

    /** WebKit blocks the request, too, but does not report the violation to a worker. */
    private void checkPolicy(BehaviourPlayer player) {
        Site site = open(Map.of("/x", hello(ANY_ORIGIN)));
        String failure = player.engine() == Engine.WEBKIT
                ? " " + FAILED + ALLOW
                : " CONNECTION_ERROR poll:ERR_CONNECTION_ERROR nothing because:BLOCKED_BY_POLICY message:{B}: "
                        + "the page's content security policy blocks this request; add {B} to its connect-src.";
        assertEquals(REQUESTING + failure, run(player.worker("A", POLICY), site, "begin", "connect\t{B}",
                "request\tGET\t/~/x", "head", "message"));
        assertEquals(List.of(), site.log());
    }

    private void checkBase(BehaviourPlayer player) {
        Site site = open(Map.of("/x", hello()));
        assertEquals("SUCCESS:200:hello", runRequests(player.worker("A", ""), site, "begin", "get\t../~/x"));
    }
}
