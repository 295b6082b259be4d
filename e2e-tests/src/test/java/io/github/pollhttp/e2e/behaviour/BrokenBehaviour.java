package io.github.pollhttp.e2e.behaviour;

import static io.github.pollhttp.contract.Engine.CHROMIUM;
import static io.github.pollhttp.contract.Engine.FIREFOX;
import static io.github.pollhttp.contract.Engine.WEBKIT;
import static io.github.pollhttp.e2e.behaviour.BehaviourCase.row;
import static io.github.pollhttp.e2e.behaviour.Reply.bytes;
import static io.github.pollhttp.e2e.behaviour.Reply.cutShort;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Bytes that are not what they say, and how each browser takes them. */
final class BrokenBehaviour {
    private static final String BODY = "x".repeat(42);
    private static final String SHORT_BODY = "x".repeat(30);
    private static final String RESET = "CONNECTION_RESET";
    private static final String SOUP_NUMBERS = "WebKit's HTTP library, libsoup, takes one plain number alone";
    private static final String SOUP_LAST = "WebKit's HTTP library, libsoup, takes the last line";

    private BrokenBehaviour() {}

    static List<BehaviourCase> list() {
        List<BehaviourCase> rows = new ArrayList<>();
        rows.add(row(28, "a body shorter than its length is an error").at("/x", cutShort("Content-Length: 10")).on("A")
                .get("/x").breaksAfter("hello", RESET));
        rows.add(row(28, "a chunked body without an end is an error").at("/x", cutShort()).on("A").get("/x")
                .breaksAfter("hello", RESET).butIn(WEBKIT,
                        "WebKit's HTTP library, libsoup, takes the end of the connection for the end of the body, and does not tell",
                        BehaviourCase::readsHello));
        lengths(rows);
        rows.add(raw(30, "a NUL in a header's value", "HTTP/1.1 200 OK\r\nX-Nul: a\0b\r\n\r\n").fails());
        rows.add(raw(30, "a NUL in a header's name", "HTTP/1.1 200 OK\r\nX-\0Nul: ab\r\n\r\n").fails().butIn(FIREFOX,
                "Firefox leaves the header out", row -> row.reads(200, "")));
        rows.add(raw(30, "a lone CR in a header's value", "HTTP/1.1 200 OK\r\nX-A: a\rX-B: b\r\n\r\n" + BODY)
                .reads(200, BODY));
        rows.add(raw(30, "a lone CR in the status line", "HTTP/1.1 200\rOK\r\n\r\n" + BODY).reads(200, BODY));
        codes(rows);
        rows.add(row(33, "gzip that is none is an error")
                .at("/x", bytes(200, "no gzip".getBytes(StandardCharsets.US_ASCII), "Content-Encoding: gzip")).on("A")
                .get("/x").breaksAfter("", RESET).butIn(WEBKIT,
                        "WebKit's HTTP library, libsoup, hands on what it cannot decode",
                        row -> row.reads(200, "no_gzip")));
        return rows;
    }

    private static void codes(List<BehaviourCase> rows) {
        rows.add(code("1000 BOO").fails());
        rows.add(code("65736 NOT 200").fails().butIn(CHROMIUM, "Chromium keeps 16 bits of the number",
                row -> row.reads(200, BODY)));
        rows.add(code("131072 HI").fails());
        rows.add(code("BLAH").fails().butIn(CHROMIUM, "Chromium takes a missing number for 200",
                row -> row.reads(200, BODY)));
        rows.add(code("999 NONE").reads(999, BODY));
        rows.add(code("99 NONE").fails());
    }

    /** The list of the web platform's own tests, with what they expect. */
    private static void lengths(List<BehaviourCase> rows) {
        for (String right : List.of("42", "42|42")) {
            rows.add(length(right).reads(200, BODY));
        }
        for (String right : List.of("42,42", "42|42,42")) {
            rows.add(length(right).reads(200, BODY).butIn(WEBKIT, SOUP_NUMBERS, BehaviourCase::fails));
        }
        for (String right : List.of("30", "30|30", "030")) {
            rows.add(length(right).reads(200, SHORT_BODY));
        }
        for (String right : List.of("30,30", "30|30,30")) {
            rows.add(length(right).reads(200, SHORT_BODY).butIn(WEBKIT, SOUP_NUMBERS, BehaviourCase::fails));
        }
        for (String wrong : List.of("42,30", "30,42", "30,", ",30", "aaaah|nah", "aaaah, nah", "030, 30")) {
            rows.add(length(wrong).fails());
        }
        for (String wrong : List.of("42|30", "|30", "030|30")) {
            rows.add(length(wrong).fails().butIn(WEBKIT, SOUP_LAST, row -> row.reads(200, SHORT_BODY)));
        }
        rows.add(length("30|42").fails().butIn(WEBKIT, SOUP_LAST, row -> row.reads(200, BODY)));
        rows.add(length("30|\t").fails().butIn(WEBKIT, SOUP_LAST + ", and nothing for 0", row -> row.reads(200, "")));
        for (String none : List.of("aaaah|aaaah", "aaaah, aaaah", "aaaah", "42s", "30s", "0x20")) {
            rows.add(length(none).reads(200, BODY).butIn(WEBKIT, SOUP_NUMBERS, BehaviourCase::fails));
        }
        rows.add(length("-1", Reply::rawThenEnd).reads(200, BODY).butIn(WEBKIT,
                "WebKit's HTTP library, libsoup, takes it for a very long body",
                row -> row.breaksAfter(BODY, RESET)));
    }

    private static BehaviourCase length(String values) {
        return length(values, Reply::raw);
    }

    /** @param values of a line each, with bars between */
    private static BehaviourCase length(String values, Function<String, Reply> sending) {
        StringBuilder lines = new StringBuilder();
        for (String value : values.split("\\|", -1)) {
            lines.append("Content-Length: ").append(value).append("\r\n");
        }
        return row(29, "Content-Length: " + values.replace("\t", "(tab)"))
                .at("/x", sending.apply("HTTP/1.1 200 OK\r\n" + lines + "\r\n" + BODY)).on("A").get("/x");
    }

    private static BehaviourCase code(String code) {
        return raw(31, "the status " + code, "HTTP/1.1 " + code + "\r\n\r\n" + BODY);
    }

    private static BehaviourCase raw(int number, String name, String response) {
        return row(number, name).at("/x", Reply.raw(response)).on("A").get("/x");
    }
}
