package io.github.pollhttp.jvm.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import io.github.pollhttp.HTTPClient.Method;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.internal.OutgoingRequest;

/**
 * An exchange that is reused at any byte of a response behaves like a new one. The second responses reach every limit exactly, so that any state kept
 * from the first response makes the test fail.
 */
class ReusedExchangeTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String LONGEST_SIZE = "0000000000000005";
    private static final ResponseLimits TIGHT = new ResponseLimits(49, 2, 29, LONGEST_SIZE.length() + 1, 8);

    static final List<String> FIRST = List.of(
            OK + "Content-Length: 10\r\n\r\n0123456789surplus",
            OK + "Content-Length: 3\r\nContent-Length: 4\r\nTransfer-Encoding: chunked, gzip\r\n\r\n",
            OK + "Connection: close\r\nContent-Length: nonsense\r\n folded\r\n\r\n",
            "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 1\r\n\r\nx",
            "HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
            CHUNKED + "00a \t;extension=\"x\"\r\n0123456789\r\n7fffffffffffffff\r\nmuch",
            CHUNKED + "1\r\nx\r\n0\r\nTrailer: of the first\r\nTrailer: another\r\n\r\n",
            OK + "\r\nuntil the end");

    private static final List<String> SECOND = List.of(
            CHUNKED + LONGEST_SIZE + "\r\nhello\r\n0\r\nT: a\r\n\r\n",
            CHUNKED + "5\r\nhello\r\n" + LONGEST_SIZE + "\r\nworld\r\n0\r\n\r\n",
            OK + "Content-Length: 5\r\nX-A: 56\r\n\r\nhello",
            OK + "Content-Length: 5\r\n\r\nhello",
            "HTTP/1.1 204 No Content\r\nX-A: 5678901234567\r\n\r\n",
            "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(32) + OK + "\r\nuntil the end");

    @ParameterizedTest
    @FieldSource("FIRST")
    void usedExchangeBehavesLikeANewOne(String first) {
        for (int cut = 0; cut <= first.length(); cut++) {
            String left = first.substring(0, cut);
            for (String second : SECOND) {
                Http1Exchange used = ResponseFeeder.exchange(Method.METHOD_GET, ResponseLimits.DEFAULT);
                visible(decode(used, left)); // reads everything, as a program may
                ResponseFeeder.begin(used, Method.METHOD_GET, TIGHT);
                assertEquals(expected(second), visible(decode(used, second)), left);
            }
        }
    }

    @Test
    void nextRequestBeginsAfreshAfterAnEarlyResponse() throws Exception {
        OutgoingRequest request = OutgoingRequest.of("POST", "/", List.of("Connection: close"), 9);
        RequestContent body = RequestContent.of(new byte[9]);
        Http1Exchange exchange = new Http1Exchange("http://host", "host", "test");
        exchange.begin(request, body, "/", ResponseLimits.DEFAULT);
        exchange.outputSent(100);
        exchange.receiveHead(ByteBuffer.wrap((OK + "\r\n").getBytes(StandardCharsets.ISO_8859_1)));
        exchange.stopSending();
        assertEquals(CloseReason.REQUEST_UNSENT, exchange.closeReason());
        ResponseFeeder.begin(exchange, Method.METHOD_GET, ResponseLimits.DEFAULT);
        assertFalse(exchange.isAnswered());
        assertFalse(exchange.isBodyEnded());
        assertNull(exchange.closeReason());
        assertNull(exchange.receiveHead(ByteBuffer.allocate(0)));
        exchange.begin(request, body, "/", ResponseLimits.DEFAULT);
        assertTrue(exchange.hasOutput());
        assertEquals(0, exchange.bodySent());
    }

    private static String expected(String second) {
        return visible(decode(ResponseFeeder.exchange(Method.METHOD_GET, TIGHT), second));
    }

    private static DecodedResponse decode(Http1Exchange exchange, String response) {
        byte[] wire = response.getBytes(StandardCharsets.ISO_8859_1);
        return DecodedResponse.of(exchange, wire, left -> Math.min(left, 7));
    }

    private static String visible(DecodedResponse response) {
        return response.visible() + " " + response.framing() + " " + response.reusable();
    }
}
