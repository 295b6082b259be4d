package io.github.pollhttp.e2e.behaviour;

import static io.github.pollhttp.e2e.behaviour.BehaviourCase.behaviour;
import static io.github.pollhttp.e2e.behaviour.server.Reply.ANY_ORIGIN;
import static io.github.pollhttp.e2e.behaviour.server.Reply.hello;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.e2e.behaviour.server.Visit;

/** What is not asked at all, or where nobody answers. */
final class UnreachableBehaviour {
    private static final String POLICY = "Content-Security-Policy:connect-src 'self'";

    private UnreachableBehaviour() {}

    static List<BehaviourCase> list() {
        List<BehaviourCase> cases = new ArrayList<>();
        for (int port : new int[]{1, 7, 22, 25, 6000, 6667}) {
            cases.add(behaviour(25, "port " + port + " is one that browsers block").onHost("http://127.0.0.1:" + port)
                    .get("/x").fails());
        }
        cases.add(behaviour(37, "silence beyond the read timeout ends the transfer").at("/x", Visit::awaitEnd)
                .step("timeout", "200").on("A").get("/x").fails("TIMEOUT").serves("A GET /x"));
        cases.add(behaviour(38, "a port where nobody listens").on("N").get("/x").fails());
        cases.add(behaviour(38, "a name that is none").onHost("http://pollhttp.invalid:80").get("/x").fails());
        cases.add(behaviour(38, "a server that does not speak TLS").onHost("https://{host of B}").get("/x").fails());
        cases.add(behaviour(39, "a page of https asks no http, and nothing goes out").from("S")
                .onHost("http://pollhttp.invalid:80").get("/x").fails("MIXED_CONTENT"));
        cases.add(behaviour(39, "a page of https may ask this machine without TLS (Mixed Content, section 4.4)")
                .from("S")
                .at("/x", hello(ANY_ORIGIN)).on("B").get("/x").readsHello().serves("B GET /x").butIn(Engine.WEBKIT,
                        "WebKit blocks this machine like any other one", each -> each.fails().serves()));
        cases.add(behaviour(40, "the page's policy forbids the origin").pageWith(POLICY).at("/x", hello(ANY_ORIGIN))
                .on("B")
                .get("/x").fails("BLOCKED_BY_POLICY").serves());
        cases.add(behaviour(40, "the page's policy allows the origin").pageWith(POLICY).at("/x", hello()).on("A")
                .get("/x")
                .readsHello().serves("A GET /x"));
        cases.add(behaviour(41, "a page that embeds nothing unasked reads by CORS")
                .pageWith("Cross-Origin-Embedder-Policy:require-corp").at("/x", hello(ANY_ORIGIN)).on("B").get("/x")
                .readsHello().serves("B GET /x"));
        return cases;
    }
}
