package io.github.pollhttp.e2e.behaviour;

import static io.github.pollhttp.e2e.behaviour.BehaviourCase.behaviour;
import static io.github.pollhttp.e2e.behaviour.server.Reply.ANY_ORIGIN;
import static io.github.pollhttp.e2e.behaviour.server.Reply.hello;
import static io.github.pollhttp.e2e.behaviour.server.Reply.preflighted;
import static io.github.pollhttp.e2e.behaviour.server.Reply.status;

import java.util.ArrayList;
import java.util.List;
import io.github.pollhttp.e2e.behaviour.server.Reply;

/** Credentials. A cookie belongs to a host regardless of the port, so that a cookie of A would also match B. */
final class CredentialBehaviour {
    private static final String COOKIE = "Set-Cookie: test=";
    private static final String THIS_ORIGIN = "Access-Control-Allow-Origin: {A}";
    private static final String CREDENTIALS = "Access-Control-Allow-Credentials: ";

    private CredentialBehaviour() {}

    static List<BehaviourCase> list() {
        List<BehaviourCase> cases = new ArrayList<>();
        cases.add(behaviour(12, "a cookie is sent to the page's own origin only")
                .at("/set", hello(COOKIE + "kept; Path=/~/")).at("/x", hello(ANY_ORIGIN)).on("A").get("/set")
                .readsHello().get("/x").readsHello().on("B").get("/x").readsHello()
                .serves("A GET /set Cookie=-", "A GET /x Cookie=test=kept", "B GET /x Cookie=-").showing("Cookie"));
        cases.add(
                behaviour(12, "a response of another origin does not set a cookie")
                        .at("/set", hello(ANY_ORIGIN, COOKIE + "lost; Path=/~/"))
                        .at("/x", hello()).on("B").get("/set").readsHello().on("A").get("/x").readsHello()
                        .serves("B GET /set Cookie=-", "A GET /x Cookie=-").showing("Cookie"));
        cases.add(included(11, "for this origin and with credentials can be read",
                hello(THIS_ORIGIN, CREDENTIALS + "true"))
                .readsHello());
        cases.add(included(11, "for any origin is an error", hello(ANY_ORIGIN, CREDENTIALS + "true")).fails());
        cases.add(included(11, "without Access-Control-Allow-Credentials is an error", hello(THIS_ORIGIN)).fails());
        cases.add(included(11, "with \"True\" is an error", hello(THIS_ORIGIN, CREDENTIALS + "True")).fails());
        cases.add(includedPut("a star allows no method", "*", "*").fails().serves("B OPTIONS /x Cookie=-"));
        cases.add(includedPut("a star allows no header", "PUT", "*").fails().serves("B OPTIONS /x Cookie=-"));
        cases.add(
                includedPut("listed methods and headers are allowed, and the preflight has no cookie", "PUT", "X-Test")
                        .readsHello()
                        .serves("B OPTIONS /x Cookie=-", "B PUT /x Cookie=-"));
        return cases;
    }

    /** The first request sets a cookie, and the second one sends it to another origin. */
    private static BehaviourCase included(int number, String name, Reply reply) {
        return behaviour(number, "with credentials, a response " + name).at("/set", hello(COOKIE + "kept; Path=/~/"))
                .at("/x", reply).step("include").on("A").get("/set").readsHello().on("B").get("/x")
                .serves("A GET /set Cookie=-", "B GET /x Cookie=test=kept").showing("Cookie");
    }

    private static BehaviourCase includedPut(String name, String methods, String headers) {
        return behaviour(9, "with credentials, " + name)
                .at("/x", preflighted(status(204, THIS_ORIGIN, CREDENTIALS + "true",
                        "Access-Control-Allow-Methods: " + methods, "Access-Control-Allow-Headers: " + headers),
                        hello(THIS_ORIGIN, CREDENTIALS + "true")))
                .step("include").on("B").header("X-Test: 1").request("PUT", "/x").showing("Cookie");
    }
}
