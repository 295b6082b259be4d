package io.github.pollhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as servers write them. */
class HttpDateTest {

    @ParameterizedTest
    @ValueSource(strings = {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994"})
    void theThreeFormsMeanTheSame(String date) {
        assertEquals(784_111_777, HttpDate.seconds(date));
    }

    /** Every 28 hours or so through the centuries, beside the JDK's own reading. */
    @Test
    void everyDayIsWhereTheCalendarHasIt() {
        DateTimeFormatter form = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
        for (long seconds = -11_000_000_000L; seconds < 20_000_000_000L; seconds += 100_003) {
            assertEquals(seconds, HttpDate.seconds(form.format(Instant.ofEpochSecond(seconds))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "120", "Sun, 06 Nov 1994", "Sun, 00 Nov 1994 08:49:37 GMT",
            "Sun, 32 Nov 1994 08:49:37 GMT", "Sun, 06 Nix 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
            "Sun, 06 Nov 1994 08:60:00 GMT", "Sun, 06 Nov 1994 0a:00:00 GMT", "Sun, 06 Nov 99999 08:49:37 GMT",
            "Sun, 06 Nov 1000 08:49:37 GMT", "Sun, 06 ovd 1994 08:49:37 GMT", "99999999999999999999"})
    void whatIsNoDateIsNone(String text) {
        assertEquals(HttpDate.NONE, HttpDate.seconds(text));
    }
}
