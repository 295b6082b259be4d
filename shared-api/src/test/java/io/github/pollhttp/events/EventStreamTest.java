package io.github.pollhttp.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.BarePlatform;
import io.github.pollhttp.events.EventSource.Event;

/** Each stream is fed whole, byte by byte, and cut into pieces of every length. */
class EventStreamTest {
    private static final int LIMIT = 4096;

    private static List<String> events(byte[] bytes, int piece, EventStream stream) {
        List<String> events = new ArrayList<>();
        for (int start = 0; start < bytes.length; start += piece) {
            stream.add(Arrays.copyOfRange(bytes, start, Math.min(start + piece, bytes.length)));
            for (Event each = stream.next(); each != null; each = stream.next()) {
                events.add(each.type() + "/" + each.data() + "/" + each.lastEventId());
            }
        }
        return events;
    }

    private static boolean isTooLarge(byte[] bytes, int limit) {
        EventStream stream = new EventStream(new BarePlatform(), "", limit);
        events(bytes, 512, stream);
        return stream.isTooLarge();
    }

    private static void check(byte[] bytes, String... expected) {
        for (int piece = 1; piece <= bytes.length; piece++) {
            assertEquals(List.of(expected), events(bytes, piece, new EventStream(new BarePlatform(), "", LIMIT)),
                    "pieces of " + piece);
        }
    }

    private static void check(String text, String... expected) {
        check(text.getBytes(StandardCharsets.UTF_8), expected);
    }

    private static long retryAfter(String text) {
        EventStream stream = new EventStream(new BarePlatform(), "", LIMIT);
        events(text.getBytes(StandardCharsets.UTF_8), text.length(), stream);
        return stream.takeRetryMillis();
    }

    @Test
    void anEventEndsWithAnEmptyLine() {
        check("data: a\n\ndata:b\n\ndata: unfinished\n", "message/a/", "message/b/");
    }

    @Test
    void dataOfSeveralLinesIsJoined() {
        check("data: a\ndata\ndata: b\n\n", "message/a\n\nb/");
    }

    @Test
    void aLineEndsWithCarriageReturnLineFeedOrBoth() {
        check("data:a\r\rdata:b\r\n\r\ndata:c\n\ndata:d\r\ndata:e\rdata:f\n\r", "message/a/", "message/b/",
                "message/c/",
                "message/d\ne\nf/");
    }

    @Test
    void aByteOrderMarkIsPassedOverOnceAtTheBeginning() {
        check("\uFEFFdata: a\n\n", "message/a/");
        check("\uFEFF\uFEFFdata: a\n\n");
        check("data: a\n\n\uFEFFdata: b\n\n", "message/a/");
        check("data: \uFEFFa\n\n", "message/\uFEFFa/");
    }

    @Test
    void commentsAndUnknownFieldsSayNothing() {
        check(": hello\n:\nDATA: x\nfoo: bar\n data: y\ndata : z\ndata: a\n\n", "message/a/");
    }

    @Test
    void oneSpaceAfterTheColonIsNoPartOfTheValue() {
        check("data:  a \n\ndata:\ta\n\ndata:a:b\n\n", "message/ a /", "message/\ta/", "message/a:b/");
    }

    @Test
    void anEventHasATypeForItselfAlone() {
        check("event: add\ndata: 1\n\ndata: 2\n\nevent: lost\n\ndata: 3\n\nevent: x\nevent:\ndata: 4\n\n", "add/1/",
                "message/2/", "message/3/", "message/4/");
    }

    @Test
    void anEventWithoutDataIsNone() {
        check("\n\n\nevent: a\n\nid: 7\n\ndata\n\ndata: a\n\n", "message//7", "message/a/7");
    }

    @Test
    void anIdStaysUntilTheNextOne() {
        check("id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\nid: 2\n\ndata: d\n\n", "message/a/1", "message/b/1",
                "message/c/", "message/d/2");
    }

    @Test
    void anIdWithANulIsIgnored() {
        check("id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n", "message/a/1", "message/b/1");
    }

    @Test
    void anIdCountsOnceItsEventHasEnded() {
        EventStream stream = new EventStream(new BarePlatform(), "old", LIMIT);
        events("id: new\ndata: a\n".getBytes(StandardCharsets.UTF_8), 5, stream);
        assertNull(stream.takeNewId());
        events("\n".getBytes(StandardCharsets.UTF_8), 1, stream);
        assertEquals("new", stream.takeNewId());
        assertNull(stream.takeNewId());
    }

    @Test
    void anEventWithoutAnIdKeepsThatOfTheStreamBefore() {
        assertEquals(List.of("message/a/old"),
                events("data: a\n\n".getBytes(StandardCharsets.UTF_8), 3,
                        new EventStream(new BarePlatform(), "old", LIMIT)));
    }

    @Test
    void retryIsDigitsAlone() {
        assertEquals(-1, retryAfter("retry\n"));
        assertEquals(-1, retryAfter("retry: 1x\n"));
        assertEquals(-1, retryAfter("retry: -1\n"));
        assertEquals(-1, retryAfter("retry: 1.5\n"));
        assertEquals(-1, retryAfter("retry:  1\n"));
        assertEquals(-1, retryAfter("retry: +1\n"));
        assertEquals(-1, retryAfter("retry: 1 \n"));
        assertEquals(-1, retryAfter("retry: \u0663\n")); // a digit, but not of ASCII
        assertEquals(1500, retryAfter("retry: 1500\nretry: x\n"));
        assertEquals(0, retryAfter("retry: 1\nretry:0\n"));
        assertEquals(Integer.MAX_VALUE, retryAfter("retry: 99999999999999999999999\n"));
    }

    @Test
    void textIsDecodedAcrossTheBordersOfPieces() {
        check("event: ä\ndata: €💩\nid: 中\n\n", "ä/€💩/中");
    }

    @Test
    void brokenTextIsReplaced() {
        byte[] bytes = "data: a?b??\n\n".getBytes(StandardCharsets.UTF_8);
        bytes[7] = (byte) 0xFF;
        bytes[9] = (byte) 0xE2;
        bytes[10] = (byte) 0x82; // a sequence that the line end breaks off
        check(bytes, "message/a\uFFFDb\uFFFD/");
    }

    @Test
    void anEventIsLimited() {
        String line = "data: " + "x".repeat(1000) + "\n";
        String whole = "message/" + ("x".repeat(1000) + "\n").repeat(3) + "x".repeat(1000) + "/";
        byte[] three = (line.repeat(4) + "\n").repeat(3).getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of(whole, whole, whole), events(three, 512, new EventStream(new BarePlatform(), "", LIMIT)));
        for (String endless : List.of(line.repeat(5), "x".repeat(LIMIT + 1), ":" + "x".repeat(LIMIT),
                "data\n".repeat(1025))) {
            byte[] bytes = endless.getBytes(StandardCharsets.UTF_8);
            assertTrue(isTooLarge(bytes, LIMIT));
        }
    }

    @Test
    void aLineMayFillALimitThatIsNoPowerOfTwo() {
        byte[] bytes = ("data:" + "x".repeat(1495) + "\n\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of("message/" + "x".repeat(1495) + "/"),
                events(bytes, 512, new EventStream(new BarePlatform(), "", 1500)));
        assertFalse(isTooLarge(bytes, 1500));
        assertTrue(isTooLarge(bytes, 1499));
    }

    @Test
    void commentsThatKeepAStreamAliveAddUpToNothing() {
        check((": " + "x".repeat(100) + "\n").repeat(60) + "data: a\n\n", "message/a/");
    }
}
