package io.github.pollhttp.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of Content-Type. A bar separates two fields. */
class MimeTypeTest {
    private static boolean isEventStream(String fields) {
        return MimeType.is("text/event-stream", List.of(fields.split("\\|")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "TEXT/Event-Stream", "text/event-stream;charset=utf-8",
            "text/event-stream ; charset=\"a,b\"", "text/event-stream;charset=windows-1251", "text/event-stream;",
            "text/html, text/event-stream", "text/html|text/event-stream", "text/event-stream, */*",
            ",text/event-stream",
            "text/event-stream,", "text/event-stream, broken", "text/event-stream;a=\"\\\",text/html\""})
    void theseAreEventStreams(String fields) {
        assertTrue(isEventStream(fields));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream, text/html", "text/event-stream|text/html", "text/event-stream-x",
            "text/x;text/event-stream", "text/x;a=\",text/event-stream\"", "event-stream", "*/*", ",",
            "text /event-stream"})
    void theseAreNot(String fields) {
        assertFalse(isEventStream(fields));
    }

    @Test
    void noTypeIsNone() {
        assertFalse(MimeType.is("text/event-stream", List.of()));
    }
}
