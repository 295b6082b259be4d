package io.github.pollhttp.jvm.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.spi.ResponseHead;

/** A kept head shows the same response after the exchange has begun another one. */
class KeptHeadTest {
    private final Http1Exchange exchange = new Http1Exchange("https://example.com", "example.com", "agent");

    private ResponseHead receive(String target, String head) throws Exception {
        exchange.begin(OutgoingRequest.of("GET", target, List.of(), 0), RequestContent.NONE, target,
                ResponseLimits.DEFAULT);
        return exchange.receiveHead(ByteBuffer.wrap(head.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keptHeadStaysAsItIs() throws Exception {
        ResponseHead kept = receive("/first",
                "HTTP/1.1 404 Not Found\r\nX-Name: caf\u00e9\r\nLink: a\r\nlink:\r\n b\r\nContent-Length: 5\r\n\r\n")
                .kept();
        receive("/second", "HTTP/1.1 200 OK\r\nX-Other: other\r\nTransfer-Encoding: chunked\r\n\r\n");

        assertEquals(404, kept.code());
        assertEquals("https://example.com/first", kept.url());
        assertEquals(List.of("a", "b"), kept.header("LINK"));
        assertEquals(List.of("caf\u00e9"), kept.header("x-name"));
        assertEquals(List.of(), kept.header("X-Other"));
        assertEquals(4, kept.headers().size());
        assertEquals("Link: a", kept.headers().get(1));
        assertSame(kept.headers(), kept.headers());
        assertEquals(5, kept.bodyLength());
        assertEquals(true, kept.hasBody());
        assertEquals(false, kept.isChunked());
        assertEquals(List.of(), kept.trailers());
        assertSame(kept, kept.kept());
    }
}
