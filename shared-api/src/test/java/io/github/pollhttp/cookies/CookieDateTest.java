package io.github.pollhttp.cookies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.internal.HttpDate;

class CookieDateTest {

    @ParameterizedTest
    @ValueSource(strings = {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994", "06 nov 94 08:49:37", "8:49:37 6 November 1994", "1994 Nov 06 08:49:37 +0100",
            "6 NOVEMBERISH 1994 08:49:37trailing", "Mon, 6th Nov 1994 08:49:37", "06/Nov/1994;08:49:37",
            "06 Nov 1994 08:49:37 12:00:00 7 Dec 2001"})
    void theSameMomentInManySpellings(String date) {
        assertEquals(784_111_777, CookieDate.seconds(date));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "never", "06 Nov 1994", "Nov 1994 08:49:37", "06 08:49:37 1994",
            "32 Jan 2020 00:00:00", "0 Jan 2020 00:00:00", "30 Feb 2020 00:00:00", "29 Feb 2021 00:00:00",
            "31 Apr 2020 00:00:00", "1 Jan 2020 24:00:00", "1 Jan 2020 00:60:00", "1 Jan 2020 00:00:60",
            "1 Jan 1600 00:00:00", "1 Jan 20200 00:00:00", "1 Jan 2020 0:0", "1 Jan 2020 000:00:00",
            "1 anj 2020 00:00:00"})
    void whatIsNoDate(String date) {
        assertEquals(HttpDate.NONE, CookieDate.seconds(date));
    }

    @Test
    void yearsOfTwoDigitsBelongToTheCenturyOfTheirTime() {
        assertEquals(CookieDate.seconds("1 Jan 2069 0:0:0"), CookieDate.seconds("1 Jan 69 0:0:0"));
        assertEquals(CookieDate.seconds("1 Jan 1970 0:0:0"), CookieDate.seconds("1 Jan 70 0:0:0"));
        assertEquals(0, CookieDate.seconds("1 Jan 70 0:0:0"));
    }
}
