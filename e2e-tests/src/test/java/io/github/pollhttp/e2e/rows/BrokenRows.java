package io.github.pollhttp.e2e.rows;

import static io.github.pollhttp.e2e.rows.Reply.bytes;
import static io.github.pollhttp.e2e.rows.Reply.cutShort;
import static io.github.pollhttp.e2e.rows.Reply.raw;
import static io.github.pollhttp.e2e.rows.Row.row;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bytes that are not what they say, and how each browser takes them. */
final class BrokenRows {
    private static final String BODY = "x".repeat(42);
    private static final String RESET = "CONNECTION_RESET";

    private BrokenRows() {}

    static List<Row> list() {
        List<Row> rows = new ArrayList<>();
        rows.add(row(28, "a body shorter than its length is an error").at("/x", cutShort("Content-Length: 10")).on("A")
                .get("/x").breaksAfter("hello", RESET));
        rows.add(row(28, "a chunked body without an end is an error").at("/x", cutShort()).on("A").get("/x")
                .breaksAfter("hello", RESET));
        lengths(rows);
        rows.add(raw(30, "a NUL in a header's value", "HTTP/1.1 200 OK\r\nX-Nul: a\0b\r\n\r\n").fails());
        rows.add(raw(30, "a NUL in a header's name", "HTTP/1.1 200 OK\r\nX-\0Nul: ab\r\n\r\n").fails());
        rows.add(raw(30, "a lone CR in a header's value", "HTTP/1.1 200 OK\r\nX-A: a\rX-B: b\r\n\r\n" + BODY)
                .reads(200, BODY));
        rows.add(raw(30, "a lone CR in the status line", "HTTP/1.1 200\rOK\r\n\r\n" + BODY).reads(200, BODY));
        for (String code : List.of("1000 BOO", "65736 NOT 200", "131072 HI", "BLAH")) {
            rows.add(raw(31, "the status " + code, "HTTP/1.1 " + code + "\r\n\r\n" + BODY).fails());
        }
        rows.add(raw(31, "the status 999", "HTTP/1.1 999 NONE\r\n\r\n" + BODY).reads(999, BODY));
        rows.add(raw(31, "the status 99", "HTTP/1.1 99 NONE\r\n\r\n" + BODY).fails());
        rows.add(row(33, "gzip that is none is an error")
                .at("/x", bytes(200, "no gzip".getBytes(StandardCharsets.US_ASCII),
                        "Content-Encoding: gzip"))
                .on("A").get("/x").breaksAfter("", RESET));
        return rows;
    }

    /** The list of the web platform's own tests; the last one of each is what they expect. */
    private static void lengths(List<Row> rows) {
        for (String right : List.of("42", "42,42", "42|42", "42|42,42")) {
            rows.add(length(right).reads(200, BODY));
        }
        for (String right : List.of("30", "30,30", "30|30", "30|30,30")) {
            rows.add(length(right).reads(200, BODY.substring(0, 30)));
        }
        for (String wrong : List.of("42,30", "30,42", "42|30", "30|42", "30,", ",30", "30|\t", "|30", "aaaah|nah",
                "aaaah, nah", "030|30", "030, 30")) {
            rows.add(length(wrong).fails());
        }
        for (String none : List.of("aaaah|aaaah", "aaaah, aaaah", "aaaah", "42s", "30s", "-1", "0x20")) {
            rows.add(length(none).reads(200, BODY));
        }
        rows.add(length("030").reads(200, BODY.substring(0, 30)));
    }

    /** @param values of a line each, with bars between */
    private static Row length(String values) {
        StringBuilder lines = new StringBuilder();
        for (String value : values.split("\\|", -1)) {
            lines.append("Content-Length: ").append(value).append("\r\n");
        }
        return raw(29, "Content-Length: " + values.strip(), "HTTP/1.1 200 OK\r\n" + lines + "\r\n" + BODY);
    }

    private static Row raw(int number, String name, String response) {
        return row(number, name).at("/x", Reply.raw(response)).on("A").get("/x");
    }
}
