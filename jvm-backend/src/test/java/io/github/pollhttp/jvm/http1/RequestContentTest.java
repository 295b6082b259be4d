package io.github.pollhttp.jvm.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.internal.OutgoingRequest;

/** When an exchange copies a body that comes in pieces, and when it closes it. */
class RequestContentTest {
    private final Digits content = new Digits();
    private final Http1Exchange exchange = new Http1Exchange("http://host", "host", "test");

    /** Ten digits, of which each copy takes three at most. */
    private static final class Digits implements RequestContent {
        boolean closed;

        @Override
        public void copy(long from, ByteBuffer out) {
            for (int i = 0; i < 3 && from + i < 10 && out.hasRemaining(); i++) {
                out.put((byte) ('0' + from + i));
            }
        }

        @Override
        public int mostSentAPoll() {
            return 5;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @BeforeEach
    void begin() throws Exception {
        exchange.begin(OutgoingRequest.of("PUT", "/", List.of(), 10), content, "/", ResponseLimits.DEFAULT);
    }

    private String copied() throws Exception {
        ByteBuffer out = ByteBuffer.allocate(1024);
        exchange.copyOutput(out);
        return StandardCharsets.ISO_8859_1.decode(out.flip()).toString();
    }

    /** Sends the head and three digits. */
    private void sendHead() throws Exception {
        exchange.outputSent(copied().length());
    }

    @Test
    void bytesThatWereNotSentAreCopiedAgain() throws Exception {
        assertTrue(copied().endsWith("\r\n\r\n012"));
        sendHead();
        assertEquals("345", copied());
        exchange.outputSent(1);
        assertEquals("456", copied());
        assertEquals(4, exchange.bodySent());
        assertEquals(5, exchange.mostSentAPoll());
    }

    @Test
    void bodyIsClosedAfterItsLastByte() throws Exception {
        sendHead();
        exchange.outputSent(6);
        assertEquals("9", copied());
        assertFalse(content.closed);
        exchange.outputSent(1);
        assertTrue(content.closed);
        assertFalse(exchange.hasOutput());
    }

    @Test
    void bodyIsClosedWhenSendingStops() throws Exception {
        sendHead();
        exchange.stopSending();
        assertTrue(content.closed);
    }

    @Test
    void bodyIsClosedWhenTheNextRequestBegins() throws Exception {
        sendHead();
        exchange.begin(OutgoingRequest.of("GET", "/", List.of(), 0), RequestContent.NONE, "/", ResponseLimits.DEFAULT);
        assertTrue(content.closed);
    }
}
