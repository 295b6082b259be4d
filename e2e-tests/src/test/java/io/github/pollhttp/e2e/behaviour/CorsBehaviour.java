package io.github.pollhttp.e2e.behaviour;

import static io.github.pollhttp.e2e.behaviour.BehaviourCase.behaviour;
import static io.github.pollhttp.e2e.behaviour.server.Reply.ANY_ORIGIN;
import static io.github.pollhttp.e2e.behaviour.server.Reply.hello;

import java.util.ArrayList;
import java.util.List;

/** CORS: the responses of another origin, and their headers, that a page may read (Fetch Standard, section 3.3). */
final class CorsBehaviour {
    private static final String ALLOW = "Access-Control-Allow-Origin: ";

    private CorsBehaviour() {}

    static List<BehaviourCase> list() {
        List<BehaviourCase> cases = new ArrayList<>();
        cases.add(behaviour(1, "a response without Access-Control-Allow-Origin is an error").at("/x", hello()).on("B")
                .get("/x")
                .fails().serves("B GET /x"));
        cases.add(behaviour(1, "a simple POST reaches the server even if CORS does not allow its response")
                .at("/x", hello()).on("B")
                .text("data")
                .request("POST", "/x").fails().serves("B POST /x data"));
        cases.add(behaviour(1, "the same host under another name is another origin").at("/x", hello()).on("C").get("/x")
                .fails()
                .serves("C GET /x"));
        cases.add(behaviour(2, "a response for any origin can be read").at("/x", hello(ANY_ORIGIN)).on("B").get("/x")
                .readsHello()
                .serves("B GET /x Origin={A}").showing("Origin"));
        cases.add(
                behaviour(2, "a response for the page's origin can be read").at("/x", hello(ALLOW + "{A}")).on("B")
                        .get("/x")
                        .readsHello().serves("B GET /x"));
        cases.add(allowed("another origin", ALLOW + "{B}"));
        cases.add(allowed("a slash after the page's origin", ALLOW + "{A}/"));
        cases.add(allowed("the page's origin in upper case", ALLOW + "{UPPER-CASE A}"));
        cases.add(allowed("the page's host without its port", ALLOW + "http://127.0.0.1"));
        cases.add(allowed("two values in one line", ALLOW + "{A}, *"));
        cases.add(allowed("the same value in two lines", ALLOW + "{A}", ALLOW + "{A}"));
        cases.add(allowed("null", ALLOW + "null"));
        cases.add(allowed("an empty value", ALLOW));
        cases.add(allowed("a star in a longer value", ALLOW + "*.example"));
        cases.add(simple("Accept: text/plain", "GET"));
        cases.add(simple("Accept-Language: en", "GET"));
        cases.add(simple("Content-Language: en", "GET"));
        for (String type : List.of("text/plain;charset=utf-8", "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=b")) {
            cases.add(simple("Content-Type: " + type, "POST"));
        }
        cases.add(exposed());
        cases.add(exposedByStar());
        cases.add(exposedByMalformedList());
        cases.add(resourcePolicy());
        cases.add(behaviour(22, "a request to another origin has the mode cors")
                .at("/x", hello(ANY_ORIGIN)).on("B").get("/x").readsHello().serves("B GET /x Sec-Fetch-Mode=cors")
                .showing("Sec-Fetch-Mode"));
        cases.add(behaviour(23, "an opaque response of the probe is not a success").at("/x", hello())
                .step("diagnostics").on("B")
                .get("/x")
                .fails("CORS_REFUSED").serves("B GET /x Sec-Fetch-Mode=cors", "B GET /x Sec-Fetch-Mode=no-cors")
                .showing("Sec-Fetch-Mode"));
        cases.add(behaviour(23, "the probe does not run if CORS allows the response").at("/x", hello(ANY_ORIGIN))
                .step("diagnostics")
                .on("B").get("/x").readsHello().serves("B GET /x"));
        cases.add(behaviour(23, "after the probe of a closed port, the reason stays NETWORK_OR_CORS")
                .step("diagnostics").on("N")
                .get("/x").fails());
        return cases;
    }

    private static BehaviourCase allowed(String what, String... headers) {
        return behaviour(3, "Access-Control-Allow-Origin with " + what + " is an error").at("/x", hello(headers))
                .on("B")
                .get("/x").fails().serves("B GET /x");
    }

    private static BehaviourCase simple(String header, String method) {
        return behaviour(4, method + " with " + header + " needs no preflight").at("/x", hello(ANY_ORIGIN)).on("B")
                .header(header).request(method, "/x").readsHello().serves("B " + method + " /x");
    }

    private static BehaviourCase exposed() {
        return behaviour(13, "only safelisted and exposed headers are visible")
                .at("/x", hello(ANY_ORIGIN, "Access-Control-Expose-Headers: X-Shown, x-also-shown",
                        "Access-Control-Expose-Headers: X-In-A-Second-Line", "Cache-Control: no-store",
                        "Content-Language: en", "Content-Type: text/plain", "Expires: 0", "Last-Modified: 0",
                        "Pragma: no-cache", "X-Shown: 1", "X-Also-Shown: ", "X-In-A-Second-Line: 3", "X-Hidden: 4",
                        "Set-Cookie: hidden=1", "ETag: \"hidden\""))
                .on("B").get("/x").readsHello()
                .sees("names:[cache-control, content-language, content-length, content-type, expires, last-modified, pragma, "
                        + "x-also-shown, x-in-a-second-line, x-shown]", "names")
                .sees("x-shown:[1]", "values", "x-shown").sees("x-also-shown:[]", "values", "x-also-shown")
                .sees("x-hidden:[]", "values", "x-hidden").sees("set-cookie:[]", "values", "set-cookie");
    }

    private static BehaviourCase exposedByStar() {
        return behaviour(13, "a star exposes all headers but Set-Cookie")
                .at("/x", hello(ANY_ORIGIN, "Access-Control-Expose-Headers: *", "X-Any: 1", "Set-Cookie: hidden=1"))
                .on("B").get("/x").readsHello()
                .sees("names:[access-control-allow-origin, access-control-expose-headers, content-length, x-any]",
                        "names");
    }

    private static BehaviourCase exposedByMalformedList() {
        return behaviour(13, "a malformed list exposes nothing")
                .at("/x", hello(ANY_ORIGIN, "Access-Control-Expose-Headers: X-A X-B", "X-A: 1", "X-B: 2")).on("B")
                .get("/x").readsHello().sees("names:[content-length]", "names");
    }

    private static BehaviourCase resourcePolicy() {
        return behaviour(41, "Cross-Origin-Resource-Policy does not affect a request in mode cors")
                .at("/x", hello(ANY_ORIGIN, "Cross-Origin-Resource-Policy: same-origin")).on("B").get("/x")
                .readsHello().serves("B GET /x");
    }
}
