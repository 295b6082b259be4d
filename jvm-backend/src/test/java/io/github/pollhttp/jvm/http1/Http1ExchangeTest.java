package io.github.pollhttp.jvm.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static io.github.pollhttp.HTTPClient.Method.METHOD_CONNECT;
import static io.github.pollhttp.HTTPClient.Method.METHOD_GET;
import static io.github.pollhttp.HTTPClient.Method.METHOD_HEAD;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ResponseLimits;

/** Feeds every response whole, byte by byte and in random pieces: the result must not depend on how the bytes arrive. */
class Http1ExchangeTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String MALFORMED = "RESPONSE_MALFORMED";
    private static final ResponseLimits SMALL = new ResponseLimits(200, 3, 60, 20, 40);

    private record Wire(String name, Method method, String response, boolean closes, String expected,
            ResponseLimits limits) {}

    private static Wire open(String name, String response, String expected) {
        return new Wire(name, METHOD_GET, response, false, expected, ResponseLimits.DEFAULT);
    }

    private static Wire closed(String name, String response, String expected) {
        return new Wire(name, METHOD_GET, response, true, expected, ResponseLimits.DEFAULT);
    }

    private static Wire to(Method method, String name, String response, String expected) {
        return new Wire(name, method, response, false, expected, ResponseLimits.DEFAULT);
    }

    private static Wire limited(String name, String response, String expected) {
        return new Wire(name, METHOD_GET, response, false, expected, SMALL);
    }

    @TestFactory
    Stream<DynamicTest> statusLines() {
        return tests(List.of(open("HTTP/1.1 is accepted", OK + "Content-Length: 0\r\n\r\n", "200  ended"),
                open("HTTP/1.0 closes the connection", "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na",
                        "200 a ended HTTP_1_0"),
                open("HTTP/1.0 with keep-alive persists",
                        "HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 1\r\n\r\na", "200 a ended"),
                open("LF alone ends a line", "HTTP/1.1 404 No\nContent-Length: 1\n\na", "404 a ended"),
                open("a missing reason phrase is accepted", "HTTP/1.1 299\r\nContent-Length: 1\r\n\r\na",
                        "299 a ended"),
                open("an unknown status code is accepted", "HTTP/1.1 999 Odd\r\nContent-Length: 1\r\n\r\na",
                        "999 a ended"),
                open("HTTP/2.0 is malformed", "HTTP/2.0 200 OK\r\nContent-Length: 1\r\n\r\na", MALFORMED),
                open("RTSP is malformed", "RTSP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na", MALFORMED),
                open("a letter as the version is malformed", "HTTP/A.1 200 OK\r\nContent-Length: 1\r\n\r\na",
                        MALFORMED),
                open("another protocol after an interim response is malformed",
                        "HTTP/1.1 100 Continue\r\n\r\nRTSP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", MALFORMED),
                open("HTTP/1.2 is malformed", "HTTP/1.2 200 OK\r\n\r\n", MALFORMED),
                open("two spaces before the code are malformed", "HTTP/1.1  200 OK\r\n\r\n", MALFORMED),
                open("a code of two digits is malformed", "HTTP/1.1 20 OK\r\n\r\n", MALFORMED),
                open("a code of four digits is malformed", "HTTP/1.1 2000 OK\r\n\r\n", MALFORMED),
                open("a code below 100 is malformed", "HTTP/1.1 099 OK\r\n\r\n", MALFORMED),
                open("an empty line before the status line is malformed", "\r\nHTTP/1.1 200 OK\r\n\r\n", MALFORMED),
                open("another protocol fails before its line ends", "SSH-2.0", MALFORMED)));
    }

    @TestFactory
    Stream<DynamicTest> headerFields() {
        return tests(List.of(open("space before the colon is malformed", OK + "Content-Length : 1\r\n\r\na", MALFORMED),
                open("a line without a colon is malformed", OK + "nothing\r\n\r\n", MALFORMED),
                open("an empty field name is malformed", OK + ": a\r\n\r\n", MALFORMED),
                open("a field name that is not a token is malformed", OK + "a(b): a\r\n\r\n", MALFORMED),
                open("a field with a NUL is malformed", OK + "a: b\0c\r\n\r\n", MALFORMED),
                open("a field with a bare CR is malformed", OK + "a: b\rc\r\n\r\n", MALFORMED),
                open("white space before the first field is malformed", OK + " a: b\r\nContent-Length: 0\r\n\r\n",
                        MALFORMED),
                open("a folded Content-Length is joined", OK + "Content-Length:\r\n 1\r\n\r\na", "200 a ended"),
                open("a folded Transfer-Encoding is joined",
                        OK + "Transfer-Encoding:\r\n\t chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
                        "200 a ended")));
    }

    @TestFactory
    Stream<DynamicTest> lengths() {
        return tests(List.of(
                open("an incomplete body waits for more", OK + "Content-Length: 5\r\n\r\nhel", "200 helwaiting"),
                closed("a body that ends early is truncated", OK + "Content-Length: 5\r\n\r\nhel",
                        "200 helBODY_TRUNCATED"),
                open("equal Content-Lengths count as one", OK + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na",
                        "200 a ended"),
                open("a list of equal Content-Lengths counts as one", OK + "Content-Length: 1, 1\r\n\r\na",
                        "200 a ended"),
                open("different lengths are malformed", OK + "Content-Length: 1\r\nContent-Length: 2\r\n\r\na",
                        MALFORMED),
                open("a list of different lengths is malformed", OK + "Content-Length: 1, 2\r\n\r\na", MALFORMED),
                open("a length with a sign is malformed", OK + "Content-Length: +1\r\n\r\na", MALFORMED),
                open("a negative length is malformed", OK + "Content-Length: -1\r\n\r\na", MALFORMED),
                open("an empty length is malformed", OK + "Content-Length:\r\n\r\na", MALFORMED),
                open("an empty member after a length is malformed", OK + "Content-Length: 1,\r\n\r\na", MALFORMED),
                open("an empty member before a length is malformed", OK + "Content-Length: ,1\r\n\r\na", MALFORMED),
                open("an empty member between lengths is malformed", OK + "Content-Length: 1, ,1\r\n\r\na", MALFORMED),
                open("an empty line beside a length is malformed",
                        OK + "Content-Length: 1\r\nContent-Length:\r\n\r\na", MALFORMED),
                open("equal numbers with other digits are malformed",
                        OK + "Content-Length: 1\r\nContent-Length: 01\r\n\r\na", MALFORMED),
                open("a list of equal numbers with other digits is malformed", OK + "Content-Length: 01, 1\r\n\r\na",
                        MALFORMED),
                open("a length may have leading zeros", OK + "Content-Length: 01\r\nContent-Length: 01\r\n\r\na",
                        "200 a ended"),
                open("a length followed by a letter is malformed", OK + "Content-Length: 1x\r\n\r\na", MALFORMED),
                open("the largest length is 2^63-1", OK + "Content-Length: 9223372036854775807\r\n\r\na",
                        "200 awaiting"),
                open("a larger length is malformed", OK + "Content-Length: 9223372036854775808\r\n\r\na", MALFORMED),
                closed("a body without a length ends with the connection", OK + "\r\nhello",
                        "200 helloended BODY_UNTIL_CLOSE"),
                closed("a keep-alive body without a length ends with the connection",
                        "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n\r\na",
                        "200 aended BODY_UNTIL_CLOSE")));
    }

    @TestFactory
    Stream<DynamicTest> chunks() {
        return tests(List.of(
                open("the data of the chunks is joined", CHUNKED + "5\r\nhello\r\n1;x=\"y\"\r\n!\r\n0\r\n\r\n",
                        "200 hello! ended"),
                open("a size may have capital digits and leading zeros", CHUNKED + "00B\r\nhello world\r\n000\r\n\r\n",
                        "200 hello world ended"),
                open("white space after a size is skipped", CHUNKED + "5 \t\r\nhello\r\n0\r\n\r\n", "200 hello ended"),
                open("LF alone ends a size", CHUNKED + "5\nhello\r\n0\r\n\r\n", "200 hello ended"),
                open("trailers end the body", CHUNKED + "0\r\nA: b\r\nC: d\r\n\r\n", "200  ended"),
                open("a trailer that is not a field line is malformed", CHUNKED + "0\r\nnothing\r\n\r\n",
                        "200 " + MALFORMED),
                open("the data of an incomplete chunk is delivered", CHUNKED + "5\r\nhel", "200 helwaiting"),
                closed("a chunk that ends early is truncated", CHUNKED + "5\r\nhel", "200 helBODY_TRUNCATED"),
                closed("a body without a last chunk is truncated", CHUNKED + "5\r\nhello\r\n",
                        "200 helloBODY_TRUNCATED"),
                closed("a body without the empty line after the last chunk is truncated", CHUNKED + "0\r\n",
                        "200 BODY_TRUNCATED"),
                open("an empty size is malformed", CHUNKED + "\r\n5\r\nhello\r\n0\r\n\r\n", "200 " + MALFORMED),
                open("a size with letters is malformed", CHUNKED + "1x\r\na\r\n0\r\n\r\n", "200 " + MALFORMED),
                open("a negative size is malformed", CHUNKED + "-1\r\na\r\n0\r\n\r\n", "200 " + MALFORMED),
                open("a size with 0x is malformed", CHUNKED + "0x1\r\na\r\n0\r\n\r\n", "200 " + MALFORMED),
                open("a space within a size is malformed", CHUNKED + "1 1\r\na\r\n0\r\n\r\n", "200 " + MALFORMED),
                open("the largest size is 2^63-1", CHUNKED + "7fffffffffffffff\r\na", "200 awaiting"),
                open("a larger size is malformed", CHUNKED + "8000000000000000\r\na", "200 " + MALFORMED),
                open("a size of seventeen digits is malformed", CHUNKED + "00000000000000001\r\na", "200 " + MALFORMED),
                open("anything but CRLF after a chunk's data is malformed", CHUNKED + "1\r\nab\r\n0\r\n\r\n",
                        "200 a" + MALFORMED),
                open("LF alone after a chunk's data is malformed", CHUNKED + "1\r\na\n0\r\n\r\n", "200 a" + MALFORMED),
                open("CR without LF after a size is malformed", CHUNKED + "1\rX\na\r\n", "200 " + MALFORMED),
                open("LF alone after an extension is malformed", CHUNKED + "1;x\na\r\n0\r\n\r\n",
                        "200 " + MALFORMED)));
    }

    @TestFactory
    Stream<DynamicTest> transferCodings() {
        String coding = OK + "Transfer-Encoding: ";
        return tests(List.of(open("the case of chunked is ignored", coding + "CHUNKED\r\n\r\n0\r\n\r\n", "200  ended"),
                open("empty elements are ignored", coding + ", chunked ,\r\n\r\n0\r\n\r\n", "200  ended"),
                open("a coding before chunked is malformed", coding + "gzip, chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
                        MALFORMED),
                open("an unknown coding before chunked is malformed",
                        coding + "foo\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n", MALFORMED),
                open("identity before chunked is malformed", coding + "identity, chunked\r\n\r\n0\r\n\r\n", MALFORMED),
                open("chunked twice in a list is malformed", coding + "chunked, chunked\r\n\r\n0\r\n\r\n", MALFORMED),
                open("chunked with a parameter is malformed", coding + "chunked;a=b\r\n\r\n0\r\n\r\n", MALFORMED),
                open("chunked overrides Content-Length and closes the connection",
                        OK + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n",
                        "200 ab ended LENGTH_BESIDE_CHUNKED"),
                open("chunked in HTTP/1.0 closes the connection",
                        "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        "200  ended HTTP_1_0"),
                open("a coding other than chunked is malformed", coding + "gzip\r\n\r\na", MALFORMED),
                open("identity is malformed", coding + "identity\r\nContent-Length: 1\r\n\r\na", MALFORMED),
                open("a coding after chunked is malformed", coding + "chunked, gzip\r\n\r\na", MALFORMED),
                open("chunked twice is malformed", coding + "chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        MALFORMED),
                open("an empty Transfer-Encoding is malformed", coding + "\r\n\r\na", MALFORMED)));
    }

    @TestFactory
    Stream<DynamicTest> responsesWithoutBody() {
        return tests(List.of(
                open("204 has no body despite its Content-Length", "HTTP/1.1 204 No\r\nContent-Length: 5\r\n\r\n",
                        "204  ended"),
                open("304 has no body despite its Transfer-Encoding",
                        "HTTP/1.1 304 Not\r\nTransfer-Encoding: chunked\r\n\r\n",
                        "304  ended"),
                open("205 without content persists", "HTTP/1.1 205 Reset\r\nContent-Length: 0\r\n\r\n", "205  ended"),
                open("205 with content closes the connection", "HTTP/1.1 205 Reset\r\nContent-Length: 5\r\n\r\n",
                        "205  ended CONTENT_IN_205"),
                open("interim responses are skipped",
                        "HTTP/1.1 102 A\r\n\r\nHTTP/1.1 103 B\r\nC: d\r\n\r\nHTTP/1.1 204 E\r\n\r\n", "204  ended"),
                open("more than 32 interim responses are malformed", "HTTP/1.1 102 A\r\n\r\n".repeat(33), MALFORMED),
                open("101 is a final response without a body", "HTTP/1.1 101 Switching\r\n\r\n", "101  ended"),
                to(METHOD_HEAD, "a response to HEAD has no body", OK + "Content-Length: 5\r\n\r\n", "200  ended"),
                to(METHOD_CONNECT, "2xx to CONNECT has no body", OK + "Content-Length: 5\r\n\r\n", "200  ended"),
                to(METHOD_CONNECT, "an error response to CONNECT has a body",
                        "HTTP/1.1 407 No\r\nContent-Length: 1\r\n\r\na",
                        "407 a ended")));
    }

    @TestFactory
    Stream<DynamicTest> connectionOptions() {
        return tests(List.of(
                open("close is recognized in any case",
                        OK + "connection: keep-alive, CLOSE\r\nContent-Length: 1\r\n\r\na",
                        "200 a ended SERVER_ASKED"),
                open("closed is not close", OK + "Connection: closed\r\nContent-Length: 1\r\n\r\na", "200 a ended")));
    }

    @TestFactory
    Stream<DynamicTest> limits() {
        return tests(List.of(limited("a long line is too large", OK + "a: " + "b".repeat(60), "RESPONSE_TOO_LARGE"),
                limited("a long folded line is too large",
                        OK + "a: b\r\n " + "c".repeat(40) + "\r\n " + "d".repeat(40) + "\r\n",
                        "RESPONSE_TOO_LARGE"),
                limited("a head with too many fields is too large", OK + "a: b\r\n".repeat(4), "RESPONSE_TOO_LARGE"),
                limited("a long head is too large",
                        OK + ("a: " + "b".repeat(50) + "\r\n").repeat(3) + "a: " + "b".repeat(40),
                        "RESPONSE_TOO_LARGE"),
                limited("a long chunk extension is too large", CHUNKED + "1;" + "e".repeat(30),
                        "200 RESPONSE_TOO_LARGE"),
                open("extensions of 16 KiB and 16 bytes a chunk are accepted",
                        CHUNKED + extended(8, 2048 + 16) + "0\r\n\r\n", "200 aaaaaaaa ended"),
                open("extensions of more than 16 KiB and 16 bytes a chunk are too large",
                        CHUNKED + extended(7, 2048 + 16) + extended(1, 2048 + 17), "200 aaaaaaaRESPONSE_TOO_LARGE"),
                open("white space after sizes counts as extensions",
                        CHUNKED + ("1" + " ".repeat(2048 + 17) + "\r\na\r\n").repeat(8),
                        "200 aaaaaaaRESPONSE_TOO_LARGE"),
                open("many short extensions are accepted", CHUNKED + extended(2000, 16) + "0\r\n\r\n",
                        "200 " + "a".repeat(2000) + " ended"),
                limited("long white space after a size is too large", CHUNKED + "1" + " ".repeat(30),
                        "200 RESPONSE_TOO_LARGE"),
                limited("long trailers are too large",
                        CHUNKED + "0\r\n" + "a: b\r\n".repeat(3) + "c: " + "d".repeat(30), "200 RESPONSE_TOO_LARGE"),
                limited("a response within the limits is accepted",
                        CHUNKED + "1;eeee\r\na\r\n0\r\nb: c\r\n\r\n", "200 a ended")));
    }

    /** @return chunks of one byte, each with an extension of this many bytes */
    private static String extended(int chunks, int extension) {
        return ("1;" + "e".repeat(extension - 1) + "\r\na\r\n").repeat(chunks);
    }

    private static Stream<DynamicTest> tests(List<Wire> wires) {
        return wires.stream().map(wire -> DynamicTest.dynamicTest(wire.name(), () -> {
            assertEquals(wire.expected(), feed(wire, ResponseFeeder.WHOLE, ""), "whole");
            assertEquals(wire.expected(), feed(wire, ResponseFeeder.BYTE_BY_BYTE, ""), "byte by byte");
            for (int i = 0; i < 20; i++) {
                assertEquals(wire.expected(), feed(wire, ResponseFeeder.AT_RANDOM, ""), "in random pieces");
            }
            if (wire.expected().endsWith(" ended") && !isHandOver(wire)) {
                assertEquals(wire.expected() + " SURPLUS_BYTES", feed(wire, ResponseFeeder.WHOLE, "HTTP/1.1 200 Next"),
                        "with trailing data");
            }
        }));
    }

    private static boolean isHandOver(Wire wire) {
        return wire.method() == METHOD_CONNECT || wire.expected().startsWith("101");
    }

    private static String feed(Wire wire, ResponseFeeder.Cut cut, String surplus) {
        return ResponseFeeder.of(wire.method(), wire.response() + surplus, wire.closes(), cut, wire.limits());
    }
}
