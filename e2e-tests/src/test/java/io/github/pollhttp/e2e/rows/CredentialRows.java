package io.github.pollhttp.e2e.rows;

import static io.github.pollhttp.e2e.rows.Reply.ANY_ORIGIN;
import static io.github.pollhttp.e2e.rows.Reply.hello;
import static io.github.pollhttp.e2e.rows.Row.row;

import java.util.List;

/** Cookies, which know a host and no port, so that those of A would do for B. */
final class CredentialRows {
    private static final String COOKIE = "Set-Cookie: row=";

    private CredentialRows() {}

    static List<Row> list() {
        return List.of(
                row(12, "a cookie goes to the page's own origin, and to no other one")
                        .at("/set", hello(COOKIE + "kept; Path=/~/")).at("/x", hello(ANY_ORIGIN)).on("A").get("/set")
                        .readsHello().get("/x").readsHello().on("B").get("/x").readsHello()
                        .serves("A GET /set Cookie=-", "A GET /x Cookie=row=kept", "B GET /x Cookie=-")
                        .showing("Cookie"),
                row(12, "another origin sets no cookie").at("/set", hello(ANY_ORIGIN, COOKIE + "lost; Path=/~/"))
                        .at("/x", hello()).on("B").get("/set").readsHello().on("A").get("/x").readsHello()
                        .serves("B GET /set Cookie=-", "A GET /x Cookie=-").showing("Cookie"));
    }
}
