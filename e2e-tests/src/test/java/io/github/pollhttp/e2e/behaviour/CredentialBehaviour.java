package io.github.pollhttp.e2e.behaviour;

import static io.github.pollhttp.e2e.behaviour.BehaviourCase.row;
import static io.github.pollhttp.e2e.behaviour.Reply.ANY_ORIGIN;
import static io.github.pollhttp.e2e.behaviour.Reply.hello;
import static io.github.pollhttp.e2e.behaviour.Reply.preflighted;
import static io.github.pollhttp.e2e.behaviour.Reply.status;

import java.util.ArrayList;
import java.util.List;

/** Cookies, which know a host and no port, so that those of A would do for B. */
final class CredentialBehaviour {
    private static final String COOKIE = "Set-Cookie: row=";
    private static final String THIS_ORIGIN = "Access-Control-Allow-Origin: {A}";
    private static final String CREDENTIALS = "Access-Control-Allow-Credentials: ";

    private CredentialBehaviour() {}

    static List<BehaviourCase> list() {
        List<BehaviourCase> rows = new ArrayList<>();
        rows.add(row(12, "a cookie goes to the page's own origin, and to no other one")
                .at("/set", hello(COOKIE + "kept; Path=/~/")).at("/x", hello(ANY_ORIGIN)).on("A").get("/set")
                .readsHello().get("/x").readsHello().on("B").get("/x").readsHello()
                .serves("A GET /set Cookie=-", "A GET /x Cookie=row=kept", "B GET /x Cookie=-").showing("Cookie"));
        rows.add(row(12, "another origin sets no cookie").at("/set", hello(ANY_ORIGIN, COOKIE + "lost; Path=/~/"))
                .at("/x", hello()).on("B").get("/set").readsHello().on("A").get("/x").readsHello()
                .serves("B GET /set Cookie=-", "A GET /x Cookie=-").showing("Cookie"));
        rows.add(included(11, "for this origin and with credentials is read", hello(THIS_ORIGIN, CREDENTIALS + "true"))
                .readsHello());
        rows.add(included(11, "for any origin is refused", hello(ANY_ORIGIN, CREDENTIALS + "true")).fails());
        rows.add(included(11, "without Access-Control-Allow-Credentials is refused", hello(THIS_ORIGIN)).fails());
        rows.add(included(11, "with \"True\" is refused", hello(THIS_ORIGIN, CREDENTIALS + "True")).fails());
        rows.add(includedPut("a star allows no method", "*", "*").fails().serves("B OPTIONS /x Cookie=-"));
        rows.add(includedPut("a star allows no header", "PUT", "*").fails().serves("B OPTIONS /x Cookie=-"));
        rows.add(includedPut("what is named is allowed, and the question has no cookie", "PUT", "X-Test").readsHello()
                .serves("B OPTIONS /x Cookie=-", "B PUT /x Cookie=-"));
        return rows;
    }

    /** Asks for a cookie to be set, and with it for the answer. */
    private static BehaviourCase included(int number, String name, Reply reply) {
        return row(number, "with credentials, an answer " + name).at("/set", hello(COOKIE + "kept; Path=/~/"))
                .at("/x", reply).step("include").on("A").get("/set").readsHello().on("B").get("/x")
                .serves("A GET /set Cookie=-", "B GET /x Cookie=row=kept").showing("Cookie");
    }

    private static BehaviourCase includedPut(String name, String methods, String headers) {
        return row(9, "with credentials, " + name)
                .at("/x", preflighted(status(204, THIS_ORIGIN, CREDENTIALS + "true",
                        "Access-Control-Allow-Methods: " + methods, "Access-Control-Allow-Headers: " + headers),
                        hello(THIS_ORIGIN, CREDENTIALS + "true")))
                .step("include").on("B").header("X-Test: 1").ask("PUT", "/x").showing("Cookie");
    }
}
