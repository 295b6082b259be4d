package io.github.pollhttp.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.github.pollhttp.events.EventSource.Event;
import io.github.pollhttp.internal.Utf8;
import io.github.pollhttp.jvm.JvmBackendProvider;
import io.github.pollhttp.jvm.testing.Pieces;

/** Fuzzes the parser of event streams with Jazzer. The input is cut into {@link Pieces}. A normal build runs the seeds. CONTRIBUTING.md tells how to fuzz. */
class EventStreamFuzzTest {
    private static final String FIRST_ID = "first";
    private static final int LIMIT = 64;
    private static final String TOO_LARGE = "too large";

    @FuzzTest(maxDuration = "10m")
    void eventsAreThoseOfTheStandardHoweverTheBytesAreCut(byte[] input) {
        if (!Pieces.isEnough(input)) {
            return;
        }
        byte[] stream = Pieces.content(input);
        List<String> events = parse(stream, Pieces.WHOLE, Integer.MAX_VALUE);
        assertEquals(byTheStandard(stream), events);
        assertEquals(events, parse(stream, Pieces.cut(input), Integer.MAX_VALUE));
        List<String> limited = parse(stream, Pieces.WHOLE, LIMIT);
        assertEquals(limited, parse(stream, Pieces.cut(input), LIMIT));
        boolean cutShort = limited.get(limited.size() - 1).equals(TOO_LARGE);
        assertEquals(limited.subList(0, limited.size() - 1), events.subList(0, limited.size() - 1));
        assertTrue(cutShort || limited.equals(events));
    }

    private static List<String> parse(byte[] bytes, IntUnaryOperator cut, int limit) {
        EventStream stream = new EventStream(new JvmBackendProvider().requestPlatform(), FIRST_ID, limit);
        List<String> events = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int end = at + cut.applyAsInt(bytes.length - at);
            stream.add(Arrays.copyOfRange(bytes, at, end));
            for (Event event = stream.next(); event != null; event = stream.next()) {
                check(event, limit);
                events.add(text(event.type(), event.data(), event.lastEventId()));
            }
            if (stream.isTooLarge()) {
                events.add(TOO_LARGE);
                return events;
            }
            at = end;
            assertTrue(stream.isParsed());
        }
        String id = stream.takeNewId();
        events.add((id == null ? FIRST_ID : id) + " " + stream.takeRetryMillis());
        return events;
    }

    private static void check(Event event, int limit) {
        assertFalse(event.type().isEmpty());
        assertTrue(event.type().length() <= limit && event.data().length() <= limit);
        assertTrue((event.type() + event.lastEventId()).chars().noneMatch(c -> c == '\r' || c == '\n'));
        assertTrue(event.lastEventId().indexOf('\0') < 0);
    }

    private static String text(String type, String data, String id) {
        return type + "|" + data + "|" + id;
    }

    /** HTML Standard section 9.2.6, on the whole text. */
    private static List<String> byTheStandard(byte[] bytes) {
        String text = Utf8.decode(bytes, 0, bytes.length);
        String[] lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|\r|\n", -1);
        List<String> events = new ArrayList<>();
        String data = "";
        String type = "";
        String idBuffer = FIRST_ID;
        String id = idBuffer;
        String retry = "-1";
        for (int i = 0; i < lines.length - 1; i++) { // the last line has no end
            String line = lines[i];
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(line.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
            if (line.isEmpty()) {
                id = idBuffer;
                if (!data.isEmpty()) {
                    events.add(text(type.isEmpty() ? "message" : type, data.substring(0, data.length() - 1), id));
                }
                data = "";
                type = "";
            } else if (field.equals("data")) {
                data += value + "\n";
            } else if (field.equals("event")) {
                type = value;
            } else if (field.equals("id") && value.indexOf('\0') < 0) {
                idBuffer = value;
            } else if (field.equals("retry") && value.matches("[0-9]+")) {
                String digits = value.replaceFirst("^0+(?=.)", "");
                retry = digits.length() > 10 || Long.parseLong(digits) > Integer.MAX_VALUE ? "2147483647" : digits;
            }
        }
        events.add(id + " " + retry);
        return events;
    }
}
