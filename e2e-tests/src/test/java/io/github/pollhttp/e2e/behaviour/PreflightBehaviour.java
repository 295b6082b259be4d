package io.github.pollhttp.e2e.behaviour;

import static io.github.pollhttp.e2e.behaviour.BehaviourCase.behaviour;
import static io.github.pollhttp.e2e.behaviour.server.Reply.ANY_ORIGIN;
import static io.github.pollhttp.e2e.behaviour.server.Reply.hello;
import static io.github.pollhttp.e2e.behaviour.server.Reply.preflighted;
import static io.github.pollhttp.e2e.behaviour.server.Reply.redirect;
import static io.github.pollhttp.e2e.behaviour.server.Reply.status;

import java.util.ArrayList;
import java.util.List;
import io.github.pollhttp.e2e.behaviour.server.Reply;

/** The question before the request (Fetch Standard, section 4.8). */
final class PreflightBehaviour {
    private static final String METHODS = "Access-Control-Allow-Methods: ";
    private static final String HEADERS = "Access-Control-Allow-Headers: ";
    private static final String MAX_AGE = "Access-Control-Max-Age: ";
    private static final String JSON = "Content-Type: application/json";
    private static final String[] QUESTION = {"Access-Control-Request-Method", "Access-Control-Request-Headers"};
    private static final String UNASKED = " Access-Control-Request-Method=- Access-Control-Request-Headers=-";

    private PreflightBehaviour() {}

    static List<BehaviourCase> list() {
        List<BehaviourCase> cases = new ArrayList<>();
        for (String method : List.of("PUT", "DELETE", "PATCH")) {
            cases.add(asked(method, "-", null));
        }
        cases.add(asked("GET", "x-test", "X-Test: 1"));
        cases.add(asked("GET", "authorization", "Authorization: Bearer me"));
        cases.add(asked("POST", "content-type", JSON));
        cases.add(asked("GET", "accept", "Accept: \"unsafe\""));
        cases.add(asked("GET", "accept-language", "Accept-Language: " + "x".repeat(129)));
        for (int code : new int[]{304, 400, 401, 403, 404, 405, 500, 501, 503}) {
            cases.add(put(6, "a preflight answered " + code + " is a refusal",
                    status(code, ANY_ORIGIN, METHODS + "PUT")).fails().serves("B OPTIONS /x"));
        }
        for (int code : new int[]{200, 201, 202, 204, 205, 206, 299}) {
            cases.add(put(7, "a preflight answered " + code + " is a permission",
                    status(code, ANY_ORIGIN, METHODS + "PUT")).readsHello().serves("B OPTIONS /x", "B PUT /x"));
        }
        refusals(cases);
        cases.add(put(9, "a star allows every method", status(204, ANY_ORIGIN, METHODS + "*")).readsHello()
                .serves("B OPTIONS /x", "B PUT /x"));
        cases.add(withHeader(9, "a star allows every header", "X-Test: 1", HEADERS + "*").readsHello()
                .serves("B OPTIONS /x", "B GET /x"));
        // The Fetch Standard, section 4.8, wants Authorization to be named. No engine holds to that yet.
        cases.add(withHeader(9, "a star allows Authorization, too", "Authorization: Bearer me", HEADERS + "*")
                .readsHello().serves("B OPTIONS /x", "B GET /x"));
        cases.add(withHeader(9, "a star beside Authorization allows it", "Authorization: Bearer me",
                HEADERS + "*, Authorization").readsHello().serves("B OPTIONS /x", "B GET /x"));
        for (int code : new int[]{301, 302, 303, 307, 308}) {
            cases.add(put(10, "a preflight redirected by " + code + " is a refusal",
                    redirect(code, "{B}/~/elsewhere", ANY_ORIGIN, METHODS + "PUT"))
                    .at("/elsewhere", status(204, ANY_ORIGIN, METHODS + "PUT")).fails().serves("B OPTIONS /x"));
        }
        caches(cases);
        return cases;
    }

    /** Allowed, so that both are seen: the question and the request. */
    private static BehaviourCase asked(String method, String headers, String header) {
        BehaviourCase behaviour = behaviour(5,
                method + (header == null ? "" : " with " + header) + " is asked for first").at("/x",
                        preflighted(status(204, ANY_ORIGIN, METHODS + method, HEADERS + headers), hello(ANY_ORIGIN)))
                .on("B");
        if (header != null) {
            behaviour.header(header);
        }
        return behaviour.ask(method, "/x").readsHello().showing(QUESTION).serves(
                "B OPTIONS /x Access-Control-Request-Method=" + method + " Access-Control-Request-Headers=" + headers,
                "B " + method + " /x" + UNASKED);
    }

    private static void refusals(List<BehaviourCase> cases) {
        cases.add(put(8, "a preflight without Access-Control-Allow-Origin is a refusal", status(204, METHODS + "PUT"))
                .fails().serves("B OPTIONS /x"));
        for (String methods : List.of("GET, POST", "put", "", "PUT DELETE", "PUT, ;", "(PUT)")) {
            cases.add(put(8, "a preflight that allows the methods \"" + methods + "\" does not allow PUT",
                    status(204, ANY_ORIGIN, METHODS + methods)).fails().serves("B OPTIONS /x"));
        }
        for (String headers : List.of("X-Other", "", "X-Test X-Other", "X-Test, ;", "\"X-Test\"")) {
            cases.add(withHeader(8, "a preflight that allows the headers \"" + headers + "\" does not allow X-Test",
                    "X-Test: 1", HEADERS + headers).fails().serves("B OPTIONS /x"));
        }
        cases.add(withHeader(8, "the case of a header in a preflight does not matter", "X-Test: 1", HEADERS + "X-TEST")
                .readsHello().serves("B OPTIONS /x", "B GET /x"));
        cases.add(behaviour(8, "an answer that is refused after a permission is refused")
                .at("/x", preflighted(status(204, ANY_ORIGIN, METHODS + "PUT"), hello())).on("B").ask("PUT", "/x")
                .fails().serves("B OPTIONS /x", "B PUT /x"));
    }

    private static void caches(List<BehaviourCase> cases) {
        cases.add(twice("a permission that is good for a minute is asked for once", "60").serves("B OPTIONS /x",
                "B PUT /x", "B PUT /x"));
        cases.add(twice("a permission that is good for no time is asked for each time", "0").serves("B OPTIONS /x",
                "B PUT /x", "B OPTIONS /x", "B PUT /x"));
        cases.add(cached(42, "a permission is good for all that it names, asked for or not", "60").header("X-A: 1")
                .get("/x").readsHello().header("X-B: 1").get("/x").readsHello().header("X-C: 1").get("/x").fails()
                .serves("B OPTIONS /x", "B GET /x", "B GET /x", "B OPTIONS /x"));
    }

    private static BehaviourCase twice(String name, String maxAge) {
        return cached(42, name, maxAge).ask("PUT", "/x").readsHello().ask("PUT", "/x").readsHello();
    }

    /** A new Firefox page keeps no permission from its first requests, so that some go before. */
    private static BehaviourCase cached(int number, String name, String maxAge) {
        String before = BehaviourCase.ASIDE + "before";
        Reply reply = preflighted(
                status(204, ANY_ORIGIN, METHODS + "PUT", HEADERS + "X-A, X-B", MAX_AGE + maxAge), hello(ANY_ORIGIN));
        BehaviourCase behaviour = behaviour(number, name).at(before, reply).at("/x", reply).on("B");
        for (int i = 0; i < 4; i++) {
            behaviour.ask("PUT", before).readsHello();
        }
        return behaviour;
    }

    private static BehaviourCase put(int number, String name, Reply preflight) {
        return behaviour(number, name).at("/x", preflighted(preflight, hello(ANY_ORIGIN))).on("B").ask("PUT", "/x");
    }

    private static BehaviourCase withHeader(int number, String name, String header, String allowed) {
        return behaviour(number, name).at("/x", preflighted(status(204, ANY_ORIGIN, allowed), hello(ANY_ORIGIN)))
                .on("B")
                .header(header).get("/x");
    }
}
