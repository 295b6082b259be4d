package io.github.pollhttp.e2e.behaviour;

import static io.github.pollhttp.e2e.behaviour.BehaviourCase.behaviour;
import static io.github.pollhttp.e2e.behaviour.server.Reply.ANY_ORIGIN;
import static io.github.pollhttp.e2e.behaviour.server.Reply.hello;
import static io.github.pollhttp.e2e.behaviour.server.Reply.preflighted;
import static io.github.pollhttp.e2e.behaviour.server.Reply.redirect;
import static io.github.pollhttp.e2e.behaviour.server.Reply.status;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Redirects, which the browser follows itself (Fetch Standard, section 4.4). */
final class RedirectBehaviour {
    private static final String END = "/~/end";
    private static final int MOST_REDIRECTS = 20;

    private RedirectBehaviour() {}

    static List<BehaviourCase> list() {
        List<BehaviourCase> cases = new ArrayList<>();
        origins(cases);
        userInfo(cases);
        cases.add(chain(MOST_REDIRECTS, "twenty redirects are followed").readsHello());
        cases.add(chain(MOST_REDIRECTS + 1, "the twenty-first redirect is an error").fails());
        methods(cases);
        for (String location : List.of("data:text/plain,hello", "file:///etc/hostname", "about:blank",
                "javascript:alert(1)", "mailto:me@example.com", "ftp://127.0.0.1/x", "blob:{A}/1", "http://a:b:c/",
                "http://")) {
            int number = location.startsWith("http") ? 20 : 19;
            cases.add(behaviour(number, "a redirect to " + location + " is an error").at("/x", redirect(302, location))
                    .on("A").get("/x").fails().serves("A GET /x"));
        }
        for (int code : new int[]{301, 302, 303, 307, 308}) {
            cases.add(behaviour(20, code + " without Location is not followed").at("/x", status(code)).on("A").get("/x")
                    .reads(code, "").serves("A GET /x"));
        }
        cases.add(behaviour(21, "the program sees only the last response and its URL")
                .at("/x", redirect(302, END, "X-From: redirect")).at("/end", hello("X-From: end")).on("A").get("/x")
                .readsHello().sees("x-from:[end]", "values", "x-from").sees("url:{A}/~/end", "url"));
        cases.add(behaviour(36, "the response's URL has no fragment, neither the request's nor the redirect's")
                .at("/x?q=1", redirect(302, END + "?r=2#there")).at("/end?r=2", hello()).on("A").get("/x?q=1#here")
                .readsHello().sees("url:{A}/~/end?r=2", "url").serves("A GET /x?q=1", "A GET /end?r=2"));
        return cases;
    }

    private static void origins(List<BehaviourCase> cases) {
        cases.add(behaviour(15, "a redirect from A to A is followed").at("/x", redirect(302, END)).at("/end", hello())
                .on("A").get("/x")
                .readsHello()
                .serves("A GET /x Origin=-", "A GET /end Origin=-").showing("Origin"));
        cases.add(behaviour(15, "a redirect from A to B is followed if B allows A").at("/x", redirect(302, "{B}" + END))
                .at("/end", hello("Access-Control-Allow-Origin: {A}")).on("A").get("/x").readsHello()
                .sees("url:{B}/~/end", "url").serves("A GET /x Origin=-", "B GET /end Origin={A}").showing("Origin"));
        cases.add(behaviour(15, "a redirect from A to B is an error if B does not allow A")
                .at("/x", redirect(302, "{B}" + END))
                .at("/end", hello()).on("A").get("/x").fails().serves("A GET /x", "B GET /end"));
        cases.add(behaviour(15, "a redirect from B to A is an error if B does not allow A")
                .at("/x", redirect(302, "{A}" + END))
                .at("/end", hello(ANY_ORIGIN)).on("B").get("/x").fails().serves("B GET /x"));
        cases.add(behaviour(15, "a redirect from B back to A is followed if A allows any origin")
                .at("/x", redirect(302, "{A}" + END, ANY_ORIGIN))
                .at("/end", hello(ANY_ORIGIN)).on("B").get("/x").readsHello()
                .serves("B GET /x Origin={A}", "A GET /end Origin=null").showing("Origin"));
        cases.add(
                behaviour(15, "a redirect from B back to A is an error if A allows only A")
                        .at("/x", redirect(302, "{A}" + END, ANY_ORIGIN))
                        .at("/end", hello("Access-Control-Allow-Origin: {A}")).on("B").get("/x").fails()
                        .serves("B GET /x Origin={A}", "A GET /end Origin=null").showing("Origin"));
        cases.add(behaviour(15, "a redirect from B to B is followed if both responses allow A")
                .at("/x", redirect(302, END, ANY_ORIGIN))
                .at("/end", hello("Access-Control-Allow-Origin: {A}")).on("B").get("/x").readsHello()
                .serves("B GET /x Origin={A}", "B GET /end Origin={A}").showing("Origin"));
        cases.add(behaviour(15, "a redirect from B to B is an error if only the first response allows A")
                .at("/x", redirect(302, END, ANY_ORIGIN))
                .at("/end", hello()).on("B").get("/x").fails().serves("B GET /x", "B GET /end"));
        cases.add(behaviour(15, "a redirect from B to C is an error if C allows only A")
                .at("/x", redirect(302, "{C}" + END, ANY_ORIGIN)).at("/end", hello("Access-Control-Allow-Origin: {A}"))
                .on("B").get("/x").fails().serves("B GET /x Origin={A}", "C GET /end Origin=null").showing("Origin"));
        cases.add(behaviour(15, "a redirect of PUT from A to B sends a preflight to B")
                .at("/x", redirect(307, "{B}" + END))
                .at("/end", preflighted(status(204, ANY_ORIGIN, "Access-Control-Allow-Methods: PUT"),
                        hello(ANY_ORIGIN)))
                .on("A").text("data").request("PUT", "/x").readsHello()
                .serves("A PUT /x data", "B OPTIONS /end", "B PUT /end data"));
    }

    private static void userInfo(List<BehaviourCase> cases) {
        String user = "http://user:password@";
        cases.add(behaviour(16, "a redirect from A to B with a password in the URL is an error")
                .at("/x", redirect(302, user + "{host of B}" + END))
                .at("/end", hello(ANY_ORIGIN)).on("A").get("/x").fails().serves("A GET /x"));
        cases.add(behaviour(16, "a redirect from B to B with a password in the URL is an error")
                .at("/x", redirect(302, user + "{host of B}" + END, ANY_ORIGIN)).at("/end", hello(ANY_ORIGIN)).on("B")
                .get("/x").fails().serves("B GET /x"));
    }

    private static BehaviourCase chain(int length, String name) {
        BehaviourCase behaviour = behaviour(17, name).at("/" + length, hello());
        for (int i = 0; i < length; i++) {
            behaviour.at("/" + i, redirect(302, "/~/" + (i + 1)));
        }
        return behaviour.on("A").get("/0").serves(IntStream.rangeClosed(0, MOST_REDIRECTS).mapToObj(i -> "A GET /" + i)
                .toArray(String[]::new));
    }

    private static void methods(List<BehaviourCase> cases) {
        for (int code : new int[]{301, 302, 303}) {
            cases.add(method(code, "POST", "A GET /end Content-Type=-"));
        }
        cases.add(method(303, "PUT", "A GET /end Content-Type=-"));
        for (int code : new int[]{301, 302}) {
            cases.add(method(code, "PUT", "A PUT /end data Content-Type=text/plain"));
        }
        for (int code : new int[]{307, 308}) {
            cases.add(method(code, "POST", "A POST /end data Content-Type=text/plain"));
        }
        cases.add(behaviour(18, "303 keeps HEAD").at("/x", redirect(303, END)).at("/end", hello()).on("A")
                .request("HEAD", "/x")
                .reads(200, "").serves("A HEAD /x", "A HEAD /end"));
    }

    private static BehaviourCase method(int code, String method, String second) {
        return behaviour(18, code + " after " + method).at("/x", redirect(code, END)).at("/end", hello()).on("A")
                .header("Content-Type: text/plain").text("data").request(method, "/x").readsHello()
                .serves("A " + method + " /x data Content-Type=text/plain", second).showing("Content-Type");
    }
}
