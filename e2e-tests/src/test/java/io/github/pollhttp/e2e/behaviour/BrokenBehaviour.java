package io.github.pollhttp.e2e.behaviour;

import static io.github.pollhttp.contract.Engine.CHROMIUM;
import static io.github.pollhttp.contract.Engine.FIREFOX;
import static io.github.pollhttp.contract.Engine.WEBKIT;
import static io.github.pollhttp.e2e.behaviour.BehaviourCase.behaviour;
import static io.github.pollhttp.e2e.behaviour.server.Reply.bytes;
import static io.github.pollhttp.e2e.behaviour.server.Reply.cutShort;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import io.github.pollhttp.e2e.behaviour.server.Reply;

/** Invalid responses, and the reaction of each browser. */
final class BrokenBehaviour {
    private static final String BODY = "x".repeat(42);
    private static final String SHORT_BODY = "x".repeat(30);
    private static final String RESET = "CONNECTION_RESET";
    private static final String SOUP_NUMBERS = "WebKit's HTTP library, libsoup, accepts only one plain number";
    private static final String SOUP_LAST = "WebKit's HTTP library, libsoup, uses the last line";

    private BrokenBehaviour() {}

    static List<BehaviourCase> list() {
        List<BehaviourCase> cases = new ArrayList<>();
        cases.add(behaviour(28, "a body shorter than its length is an error").at("/x", cutShort("Content-Length: 10"))
                .on("A")
                .get("/x").breaksAfter("hello", RESET));
        cases.add(behaviour(28, "a chunked body without its last chunk is an error").at("/x", cutShort()).on("A")
                .get("/x")
                .breaksAfter("hello", RESET).butIn(WEBKIT,
                        "WebKit's HTTP library, libsoup, treats the end of the connection as the end of the body and reports no error",
                        BehaviourCase::readsHello));
        lengths(cases);
        cases.add(raw(30, "a NUL in a header's value", "HTTP/1.1 200 OK\r\nX-Nul: a\0b\r\n\r\n").fails());
        cases.add(raw(30, "a NUL in a header's name", "HTTP/1.1 200 OK\r\nX-\0Nul: ab\r\n\r\n").fails().butIn(FIREFOX,
                "Firefox drops the header", each -> each.reads(200, "")));
        cases.add(raw(30, "a lone CR in a header's value", "HTTP/1.1 200 OK\r\nX-A: a\rX-B: b\r\n\r\n" + BODY)
                .reads(200, BODY));
        cases.add(raw(30, "a lone CR in the status line", "HTTP/1.1 200\rOK\r\n\r\n" + BODY).reads(200, BODY));
        codes(cases);
        cases.add(behaviour(33, "a body that is not valid gzip is an error")
                .at("/x", bytes(200, "no gzip".getBytes(StandardCharsets.US_ASCII), "Content-Encoding: gzip")).on("A")
                .get("/x").breaksAfter("", RESET).butIn(WEBKIT,
                        "WebKit's HTTP library, libsoup, delivers a body that it cannot decode unchanged",
                        each -> each.reads(200, "no_gzip")));
        return cases;
    }

    private static void codes(List<BehaviourCase> cases) {
        cases.add(code("1000 BOO").fails());
        cases.add(code("65736 NOT 200").fails().butIn(CHROMIUM, "Chromium uses only the low 16 bits of the number",
                each -> each.reads(200, BODY)));
        cases.add(code("131072 HI").fails());
        cases.add(code("BLAH").fails().butIn(CHROMIUM, "Chromium treats a missing number as 200",
                each -> each.reads(200, BODY)));
        cases.add(code("999 NONE").reads(999, BODY));
        cases.add(code("99 NONE").fails());
    }

    /** The values of Content-Length in the Web Platform Tests, with their expected results. */
    private static void lengths(List<BehaviourCase> cases) {
        for (String right : List.of("42", "42|42")) {
            cases.add(length(right).reads(200, BODY));
        }
        for (String right : List.of("42,42", "42|42,42")) {
            cases.add(length(right).reads(200, BODY).butIn(WEBKIT, SOUP_NUMBERS, BehaviourCase::fails));
        }
        for (String right : List.of("30", "30|30", "030")) {
            cases.add(length(right).reads(200, SHORT_BODY));
        }
        for (String right : List.of("30,30", "30|30,30")) {
            cases.add(length(right).reads(200, SHORT_BODY).butIn(WEBKIT, SOUP_NUMBERS, BehaviourCase::fails));
        }
        for (String wrong : List.of("42,30", "30,42", "30,", ",30", "aaaah|nah", "aaaah, nah", "030, 30")) {
            cases.add(length(wrong).fails());
        }
        for (String wrong : List.of("42|30", "|30", "030|30")) {
            cases.add(length(wrong).fails().butIn(WEBKIT, SOUP_LAST, each -> each.reads(200, SHORT_BODY)));
        }
        cases.add(length("30|42").fails().butIn(WEBKIT, SOUP_LAST, each -> each.reads(200, BODY)));
        cases.add(
                length("30|\t").fails().butIn(WEBKIT, SOUP_LAST + ", and treats an empty value as 0",
                        each -> each.reads(200, "")));
        for (String none : List.of("aaaah|aaaah", "aaaah, aaaah", "aaaah", "42s", "30s", "0x20")) {
            cases.add(length(none).reads(200, BODY).butIn(WEBKIT, SOUP_NUMBERS, BehaviourCase::fails));
        }
        cases.add(length("-1", Reply::rawThenEnd).reads(200, BODY).butIn(WEBKIT,
                "WebKit's HTTP library, libsoup, treats it as a very large length",
                each -> each.breaksAfter(BODY, RESET)));
    }

    private static BehaviourCase length(String values) {
        return length(values, Reply::raw);
    }

    /** @param values the value of each Content-Length line, separated by bars */
    private static BehaviourCase length(String values, Function<String, Reply> sending) {
        StringBuilder lines = new StringBuilder();
        for (String value : values.split("\\|", -1)) {
            lines.append("Content-Length: ").append(value).append("\r\n");
        }
        return behaviour(29, "Content-Length: " + values.replace("\t", "(tab)"))
                .at("/x", sending.apply("HTTP/1.1 200 OK\r\n" + lines + "\r\n" + BODY)).on("A").get("/x");
    }

    private static BehaviourCase code(String code) {
        return raw(31, "the status " + code, "HTTP/1.1 " + code + "\r\n\r\n" + BODY);
    }

    private static BehaviourCase raw(int number, String name, String response) {
        return behaviour(number, name).at("/x", Reply.raw(response)).on("A").get("/x");
    }
}
