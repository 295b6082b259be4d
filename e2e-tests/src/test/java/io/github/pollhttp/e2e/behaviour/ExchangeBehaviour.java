package io.github.pollhttp.e2e.behaviour;

import static io.github.pollhttp.e2e.behaviour.BehaviourCase.behaviour;
import static io.github.pollhttp.e2e.behaviour.server.Reply.ANY_ORIGIN;
import static io.github.pollhttp.e2e.behaviour.server.Reply.bytes;
import static io.github.pollhttp.e2e.behaviour.server.Reply.gzip;
import static io.github.pollhttp.e2e.behaviour.server.Reply.hello;
import static io.github.pollhttp.e2e.behaviour.server.Reply.redirect;
import static io.github.pollhttp.e2e.behaviour.server.Reply.status;
import static io.github.pollhttp.e2e.behaviour.server.Reply.namesOfMyHeaders;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.contract.Body;

/** Requests and responses of exchanges that succeed. */
final class ExchangeBehaviour {
    private static final int MEBIBYTE = 1024 * 1024;
    /** The forbidden request-headers of the Fetch Standard (section 2.2.2), without those that the library's own checks reject. */
    static final List<String> FORBIDDEN = List.of("Accept-Charset", "Accept-Encoding",
            "Access-Control-Request-Headers", "Access-Control-Request-Method", "Connection", "Cookie", "Cookie2",
            "Date", "DNT", "Expect", "Host", "Keep-Alive", "Origin", "Referer", "Set-Cookie", "TE", "Trailer",
            "Upgrade", "Via", "Proxy-Authorization", "Proxy-Any", "Sec-Fetch-Mode", "Sec-Any", "User-Agent");
    private static final int[] CODES = {200, 201, 202, 203, 206, 207, 208, 226, 299, 300, 305, 306, 400, 401, 402, 403,
            404, 405, 406, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 422, 423, 424, 426, 428, 429, 431, 451,
            499, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511, 599};

    private static final String EXPOSE = "Access-Control-Expose-Headers: ";

    private ExchangeBehaviour() {}

    static List<BehaviourCase> list() {
        List<BehaviourCase> cases = new ArrayList<>();
        cases.add(
                behaviour(14, "repeated headers are joined by a comma").at("/x", hello("X-A: 1", "X-B: b", "X-A: 2,3"))
                        .on("A").get("/x").readsHello().sees("x-a:[1, 2,3]", "values", "x-a"));
        cases.add(forbidden());
        cases.add(codes());
        cases.add(bodiless());
        cases.add(behaviour(34, "a gzip body is decoded, and its length is unknown")
                .at("/x", bytes(200, gzip("hello"), "Content-Encoding: gzip")).on("A").get("/x").readsHello()
                .sees("length:-1", "bodyLength"));
        cases.add(behaviour(34, "a gzip body of another origin is decoded, and its length is unknown")
                .at("/x", bytes(200, gzip("hello"), "Content-Encoding: gzip", ANY_ORIGIN)).on("B").get("/x")
                .readsHello().sees("length:-1", "bodyLength"));
        cases.add(behaviour(34, "the length of a body without a coding is known").at("/x", hello()).on("A").get("/x")
                .readsHello().sees("length:5", "bodyLength"));
        cases.add(behaviour(34, "the length of a body of another origin is known if Content-Encoding is exposed")
                .at("/x", hello(ANY_ORIGIN, "Access-Control-Expose-Headers: Content-Encoding",
                        "Content-Encoding: identity"))
                .on("B").get("/x").readsHello().sees("length:5", "bodyLength"));
        lengths(cases);
        cases.add(behaviour(35, "a binary body of 1 MiB is sent unchanged").at("/x", hello()).on("A")
                .step("pattern", Integer.toString(MEBIBYTE)).request("POST", "/x").readsHello()
                .serves("A POST /x " + Body.patternToken(MEBIBYTE) + " Content-Length=" + MEBIBYTE)
                .showing("Content-Length"));
        cases.add(behaviour(35, "a POST without a body sends Content-Length: 0").at("/x", hello()).on("A")
                .request("POST", "/x")
                .readsHello()
                .serves("A POST /x Content-Length=0").showing("Content-Length"));
        return cases;
    }

    /** The table of docs/browser-and-cors.md. */
    private static void lengths(List<BehaviourCase> cases) {
        for (String exposed : List.of("*", "Content-Encoding, Access-Control-Expose-Headers",
                "x-any,access-control-expose-headers,CONTENT-ENCODING", "X-Any, *")) {
            cases.add(behaviour(34, "the length of another origin's body is known if the server exposes " + exposed)
                    .at("/x", hello(ANY_ORIGIN, EXPOSE + exposed)).on("B").get("/x").readsHello()
                    .sees("length:5", "bodyLength"));
            cases.add(behaviour(34, "the length of a coded body is unknown if the server exposes " + exposed)
                    .at("/x", bytes(200, gzip("hello"), "Content-Encoding: gzip", ANY_ORIGIN, EXPOSE + exposed)).on("B")
                    .get("/x").readsHello().sees("length:-1", "bodyLength"));
        }
        for (String exposed : List.of("Content-Encoding", "Access-Control-Expose-Headers",
                "X-Any, X-Content-Encoding")) {
            cases.add(behaviour(34, "the length of another origin's body is unknown if the server exposes " + exposed)
                    .at("/x", hello(ANY_ORIGIN, EXPOSE + exposed)).on("B").get("/x").readsHello()
                    .sees("length:-1", "bodyLength"));
        }
        cases.add(behaviour(34, "a star exposes no length to a request with credentials")
                .at("/x",
                        hello("Access-Control-Allow-Origin: {A}", "Access-Control-Allow-Credentials: true",
                                EXPOSE + "*"))
                .step("include").on("B").get("/x").readsHello().sees("length:-1", "bodyLength"));
        cases.add(behaviour(34, "the length after a redirect to another origin is unknown")
                .at("/moved", redirect(302, "{B}/~/x"))
                .at("/x", bytes(200, gzip("hello"), "Content-Encoding: gzip", ANY_ORIGIN)).on("A").get("/moved")
                .readsHello().sees("length:-1", "bodyLength"));
        cases.add(behaviour(34, "a header of the server's own has the size of a coded body")
                .at("/x",
                        bytes(200, gzip("hello"), "Content-Encoding: gzip", ANY_ORIGIN, "X-Size: 5", EXPOSE + "X-Size"))
                .on("B").get("/x").readsHello().sees("x-size:[5]", "values", "x-size"));
    }

    private static BehaviourCase forbidden() {
        BehaviourCase behaviour = behaviour(24, "forbidden request-headers are not sent")
                .at("/x", namesOfMyHeaders()).on("A");
        FORBIDDEN.forEach(name -> behaviour.header(name + ": mine"));
        return behaviour.header("X-Test: mine").get("/x").reads(200, "x-test_");
    }

    private static BehaviourCase codes() {
        BehaviourCase behaviour = behaviour(32, "every status code with a body is a response").on("A");
        for (int code : CODES) {
            behaviour.at("/" + code, bytes(code, "hello".getBytes(StandardCharsets.US_ASCII)))
                    .get("/" + code).reads(code, "hello");
        }
        return behaviour;
    }

    private static BehaviourCase bodiless() {
        BehaviourCase behaviour = behaviour(32, "204, 205 and 304 have no body").on("A");
        for (int code : new int[]{204, 205, 304}) {
            behaviour.at("/" + code, status(code)).get("/" + code).hasNoBody(code);
        }
        return behaviour;
    }
}
