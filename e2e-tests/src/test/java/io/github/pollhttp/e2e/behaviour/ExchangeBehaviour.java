package io.github.pollhttp.e2e.behaviour;

import static io.github.pollhttp.e2e.behaviour.BehaviourCase.behaviour;
import static io.github.pollhttp.e2e.behaviour.server.Reply.ANY_ORIGIN;
import static io.github.pollhttp.e2e.behaviour.server.Reply.bytes;
import static io.github.pollhttp.e2e.behaviour.server.Reply.gzip;
import static io.github.pollhttp.e2e.behaviour.server.Reply.hello;
import static io.github.pollhttp.e2e.behaviour.server.Reply.status;
import static io.github.pollhttp.e2e.behaviour.server.Reply.whatIsMine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.contract.Body;

/** What goes out and what comes back when nothing is in the way. */
final class ExchangeBehaviour {
    private static final int MEBIBYTE = 1024 * 1024;
    /** All that the Fetch Standard keeps from a program (section 2.2.2), but those that the library's own checks refuse. */
    static final List<String> FORBIDDEN = List.of("Accept-Charset", "Accept-Encoding",
            "Access-Control-Request-Headers", "Access-Control-Request-Method", "Connection", "Cookie", "Cookie2",
            "Date", "DNT", "Expect", "Host", "Keep-Alive", "Origin", "Referer", "Set-Cookie", "TE", "Trailer",
            "Upgrade", "Via", "Proxy-Authorization", "Proxy-Any", "Sec-Fetch-Mode", "Sec-Any", "User-Agent");
    private static final int[] CODES = {200, 201, 202, 203, 206, 207, 208, 226, 299, 300, 305, 306, 400, 401, 402, 403,
            404, 405, 406, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 422, 423, 424, 426, 428, 429, 431, 451,
            499, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511, 599};

    private ExchangeBehaviour() {}

    static List<BehaviourCase> list() {
        List<BehaviourCase> cases = new ArrayList<>();
        cases.add(
                behaviour(14, "repeated headers are joined by a comma").at("/x", hello("X-A: 1", "X-B: b", "X-A: 2,3"))
                        .on("A").get("/x").readsHello().sees("x-a:[1, 2,3]", "values", "x-a"));
        cases.add(forbidden());
        cases.add(codes());
        cases.add(bodiless());
        cases.add(behaviour(34, "gzip comes decoded, and its length is none of the body's")
                .at("/x", bytes(200, gzip("hello"), "Content-Encoding: gzip")).on("A").get("/x").readsHello()
                .sees("length:-1", "bodyLength"));
        cases.add(behaviour(34, "gzip of another origin comes decoded, and its length is none of the body's")
                .at("/x", bytes(200, gzip("hello"), "Content-Encoding: gzip", ANY_ORIGIN)).on("B").get("/x")
                .readsHello().sees("length:-1", "bodyLength"));
        cases.add(behaviour(34, "a length is the body's where nothing is coded").at("/x", hello()).on("A").get("/x")
                .readsHello().sees("length:5", "bodyLength"));
        cases.add(behaviour(34, "a length of another origin is the body's if it exposes that nothing is coded")
                .at("/x", hello(ANY_ORIGIN, "Access-Control-Expose-Headers: Content-Encoding",
                        "Content-Encoding: identity"))
                .on("B").get("/x").readsHello().sees("length:5", "bodyLength"));
        cases.add(behaviour(35, "a mebibyte of binary arrives whole").at("/x", hello()).on("A")
                .step("pattern", Integer.toString(MEBIBYTE)).ask("POST", "/x").readsHello()
                .serves("A POST /x " + Body.patternToken(MEBIBYTE) + " Content-Length=" + MEBIBYTE)
                .showing("Content-Length"));
        cases.add(behaviour(35, "a POST without a body has length 0").at("/x", hello()).on("A").ask("POST", "/x")
                .readsHello()
                .serves("A POST /x Content-Length=0").showing("Content-Length"));
        return cases;
    }

    private static BehaviourCase forbidden() {
        BehaviourCase behaviour = behaviour(24, "no header that the browser owns is the program's")
                .at("/x", whatIsMine()).on("A");
        FORBIDDEN.forEach(name -> behaviour.header(name + ": mine"));
        return behaviour.header("X-Test: mine").get("/x").reads(200, "x-test_");
    }

    private static BehaviourCase codes() {
        BehaviourCase behaviour = behaviour(32, "every code with a body is an answer").on("A");
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
