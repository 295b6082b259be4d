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

/** The preflight, an OPTIONS request that the browser sends before some requests (Fetch Standard, section 4.8). */
final class PreflightBehaviour {
    private static final String METHODS = "Access-Control-Allow-Methods: ";
    private static final String HEADERS = "Access-Control-Allow-Headers: ";
    private static final String MAX_AGE = "Access-Control-Max-Age: ";
    private static final String JSON = "Content-Type: application/json";
    private static final String[] PREFLIGHT_HEADERS = {"Access-Control-Request-Method",
            "Access-Control-Request-Headers"};
    private static final String WITHOUT_PREFLIGHT_HEADERS = " Access-Control-Request-Method=- Access-Control-Request-Headers=-";

    private PreflightBehaviour() {}

    static List<BehaviourCase> list() {
        List<BehaviourCase> cases = new ArrayList<>();
        for (String method : List.of("PUT", "DELETE", "PATCH")) {
            cases.add(preflightFor(method, "-", null));
        }
        cases.add(preflightFor("GET", "x-test", "X-Test: 1"));
        cases.add(preflightFor("GET", "authorization", "Authorization: Bearer me"));
        cases.add(preflightFor("POST", "content-type", JSON));
        cases.add(preflightFor("GET", "accept", "Accept: \"unsafe\""));
        cases.add(preflightFor("GET", "accept-language", "Accept-Language: " + "x".repeat(129)));
        for (int code : new int[]{304, 400, 401, 403, 404, 405, 500, 501, 503}) {
            cases.add(put(6, "a preflight answered " + code + " forbids the request",
                    status(code, ANY_ORIGIN, METHODS + "PUT")).fails().serves("B OPTIONS /x"));
        }
        for (int code : new int[]{200, 201, 202, 204, 205, 206, 299}) {
            cases.add(put(7, "a preflight answered " + code + " allows the request",
                    status(code, ANY_ORIGIN, METHODS + "PUT")).readsHello().serves("B OPTIONS /x", "B PUT /x"));
        }
        forbidden(cases);
        cases.add(put(9, "a star allows every method", status(204, ANY_ORIGIN, METHODS + "*")).readsHello()
                .serves("B OPTIONS /x", "B PUT /x"));
        cases.add(withHeader(9, "a star allows every header", "X-Test: 1", HEADERS + "*").readsHello()
                .serves("B OPTIONS /x", "B GET /x"));
        // The Fetch Standard, section 4.8, requires that Authorization is listed by name. No engine requires that yet.
        cases.add(withHeader(9, "a star allows Authorization", "Authorization: Bearer me", HEADERS + "*")
                .readsHello().serves("B OPTIONS /x", "B GET /x"));
        cases.add(withHeader(9, "a star beside Authorization allows it", "Authorization: Bearer me",
                HEADERS + "*, Authorization").readsHello().serves("B OPTIONS /x", "B GET /x"));
        for (int code : new int[]{301, 302, 303, 307, 308}) {
            cases.add(put(10, "a preflight redirected by " + code + " forbids the request",
                    redirect(code, "{B}/~/elsewhere", ANY_ORIGIN, METHODS + "PUT"))
                    .at("/elsewhere", status(204, ANY_ORIGIN, METHODS + "PUT")).fails().serves("B OPTIONS /x"));
        }
        caches(cases);
        return cases;
    }

    /** The preflight allows the request, so that the server receives both. */
    private static BehaviourCase preflightFor(String method, String headers, String header) {
        BehaviourCase behaviour = behaviour(5,
                method + (header == null ? "" : " with " + header) + " sends a preflight first").at("/x",
                        preflighted(status(204, ANY_ORIGIN, METHODS + method, HEADERS + headers), hello(ANY_ORIGIN)))
                .on("B");
        if (header != null) {
            behaviour.header(header);
        }
        return behaviour.request(method, "/x").readsHello().showing(PREFLIGHT_HEADERS).serves(
                "B OPTIONS /x Access-Control-Request-Method=" + method + " Access-Control-Request-Headers=" + headers,
                "B " + method + " /x" + WITHOUT_PREFLIGHT_HEADERS);
    }

    private static void forbidden(List<BehaviourCase> cases) {
        cases.add(put(8, "a preflight without Access-Control-Allow-Origin forbids the request",
                status(204, METHODS + "PUT"))
                .fails().serves("B OPTIONS /x"));
        for (String methods : List.of("GET, POST", "put", "", "PUT DELETE", "PUT, ;", "(PUT)")) {
            cases.add(put(8, "a preflight that allows the methods \"" + methods + "\" does not allow PUT",
                    status(204, ANY_ORIGIN, METHODS + methods)).fails().serves("B OPTIONS /x"));
        }
        for (String headers : List.of("X-Other", "", "X-Test X-Other", "X-Test, ;", "\"X-Test\"")) {
            cases.add(withHeader(8, "a preflight that allows the headers \"" + headers + "\" does not allow X-Test",
                    "X-Test: 1", HEADERS + headers).fails().serves("B OPTIONS /x"));
        }
        cases.add(withHeader(8, "Access-Control-Allow-Headers ignores case", "X-Test: 1", HEADERS + "X-TEST")
                .readsHello().serves("B OPTIONS /x", "B GET /x"));
        cases.add(behaviour(8,
                "a response that CORS does not allow fails, even after a preflight that allows the request")
                .at("/x", preflighted(status(204, ANY_ORIGIN, METHODS + "PUT"), hello())).on("B").request("PUT", "/x")
                .fails().serves("B OPTIONS /x", "B PUT /x"));
    }

    private static void caches(List<BehaviourCase> cases) {
        cases.add(twice("two requests send one preflight with Access-Control-Max-Age: 60", "60").serves("B OPTIONS /x",
                "B PUT /x", "B PUT /x"));
        cases.add(twice("each request sends a preflight with Access-Control-Max-Age: 0", "0").serves("B OPTIONS /x",
                "B PUT /x", "B OPTIONS /x", "B PUT /x"));
        cases.add(cached(42, "a cached preflight applies to all headers that it lists", "60").header("X-A: 1")
                .get("/x").readsHello().header("X-B: 1").get("/x").readsHello().header("X-C: 1").get("/x").fails()
                .serves("B OPTIONS /x", "B GET /x", "B GET /x", "B OPTIONS /x"));
    }

    private static BehaviourCase twice(String name, String maxAge) {
        return cached(42, name, maxAge).request("PUT", "/x").readsHello().request("PUT", "/x").readsHello();
    }

    /** A new page in Firefox does not cache the preflights of its first requests, so the case sends four other requests first. */
    private static BehaviourCase cached(int number, String name, String maxAge) {
        String before = BehaviourCase.ASIDE + "before";
        Reply reply = preflighted(
                status(204, ANY_ORIGIN, METHODS + "PUT", HEADERS + "X-A, X-B", MAX_AGE + maxAge), hello(ANY_ORIGIN));
        BehaviourCase behaviour = behaviour(number, name).at(before, reply).at("/x", reply).on("B");
        for (int i = 0; i < 4; i++) {
            behaviour.request("PUT", before).readsHello();
        }
        return behaviour;
    }

    private static BehaviourCase put(int number, String name, Reply preflight) {
        return behaviour(number, name).at("/x", preflighted(preflight, hello(ANY_ORIGIN))).on("B").request("PUT", "/x");
    }

    private static BehaviourCase withHeader(int number, String name, String header, String allowed) {
        return behaviour(number, name).at("/x", preflighted(status(204, ANY_ORIGIN, allowed), hello(ANY_ORIGIN)))
                .on("B")
                .header(header).get("/x");
    }
}
