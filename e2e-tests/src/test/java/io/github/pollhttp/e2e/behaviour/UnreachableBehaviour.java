package io.github.pollhttp.e2e.behaviour;

import static io.github.pollhttp.e2e.behaviour.BehaviourCase.behaviour;
import static io.github.pollhttp.e2e.behaviour.server.Reply.ANY_ORIGIN;
import static io.github.pollhttp.e2e.behaviour.server.Reply.hello;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.e2e.behaviour.server.Visit;

/** Requests that the browser does not send, and servers that do not respond. */
final class UnreachableBehaviour {
    private static final String POLICY = "Content-Security-Policy:connect-src 'self'";

    private UnreachableBehaviour() {}

    static List<BehaviourCase> list() {
        List<BehaviourCase> cases = new ArrayList<>();
        for (int port : new int[]{1, 7, 22, 25, 6000, 6667}) {
            cases.add(behaviour(25, "port " + port + " is blocked by browsers").onHost("http://127.0.0.1:" + port)
                    .get("/x").fails());
        }
        cases.add(behaviour(37, "a response that does not arrive within the read timeout ends the transfer")
                .at("/x", Visit::awaitEnd)
                .step("timeout", "200").on("A").get("/x").fails("TIMEOUT").serves("A GET /x"));
        cases.add(behaviour(38, "a closed port is an error").on("N").get("/x").fails());
        cases.add(behaviour(38, "a host name that cannot be resolved is an error").onHost("http://pollhttp.invalid:80")
                .get("/x").fails());
        cases.add(behaviour(38, "a server without TLS is an error for https").onHost("https://{host of B}").get("/x")
                .fails());
        cases.add(behaviour(39, "an https page sends no http request").from("S")
                .onHost("http://pollhttp.invalid:80").get("/x").fails("MIXED_CONTENT"));
        cases.add(behaviour(39, "an https page may send an http request to 127.0.0.1 (Mixed Content, section 4.4)")
                .from("S")
                .at("/x", hello(ANY_ORIGIN)).on("B").get("/x").readsHello().serves("B GET /x").butIn(Engine.WEBKIT,
                        "WebKit blocks 127.0.0.1 like any other host", each -> each.fails().serves()));
        cases.add(behaviour(40, "an origin outside connect-src is blocked").pageWith(POLICY).at("/x", hello(ANY_ORIGIN))
                .on("B")
                .get("/x").fails("BLOCKED_BY_POLICY").serves());
        cases.add(behaviour(40, "an origin in connect-src is allowed").pageWith(POLICY).at("/x", hello()).on("A")
                .get("/x")
                .readsHello().serves("A GET /x"));
        cases.add(behaviour(41, "a page with Cross-Origin-Embedder-Policy: require-corp can use CORS")
                .pageWith("Cross-Origin-Embedder-Policy:require-corp").at("/x", hello(ANY_ORIGIN)).on("B").get("/x")
                .readsHello().serves("B GET /x"));
        return cases;
    }
}
