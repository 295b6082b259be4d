package io.github.pollhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "0080, 80", "65535, 65535", "9223372036854775807, 9223372036854775807"})
    void digitsAreANumber(String text, long expected) {
        assertEquals(expected, Decimal.parse(text, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-1", "+1", "1 ", "1.0", "0x1", "1e3", "\uFF11", "\u0661", "12a"})
    void anythingElseIsNoNumber(String text) {
        assertEquals(Decimal.NONE, Decimal.parse(text, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "101, 100", "99, 99", "1000, 100", "10099999999999999999999999, 100"})
    void aGreaterNumberBecomesTheMaximum(String text, long expected) {
        assertEquals(expected, Decimal.parse(text, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "9223372036854775817", "99999999999999999999",
            "92233720368547758070"})
    void aNumberBeyondLongBecomesTheMaximum(String text) {
        assertEquals(Long.MAX_VALUE, Decimal.parse(text, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "9, 4", "10, 4", "3, 3"})
    void aMaximumOfOneDigitHolds(String text, long expected) {
        assertEquals(expected, Decimal.parse(text, 4));
    }

    @Test
    void textAfterTheMaximumIsStillChecked() {
        assertEquals(Decimal.NONE, Decimal.parse("999x", 10));
    }

    @Test
    void aPartIsParsedWithoutItsSurroundings() {
        assertEquals(27, Decimal.parse("x27y", 1, 3, 1000));
        assertEquals(Decimal.NONE, Decimal.parse("x27y", 1, 4, 1000));
        assertEquals(Decimal.NONE, Decimal.parse("x27y", 2, 2, 1000));
    }

    @Test
    void onlyTheDigitsOfAsciiAreDigits() {
        int count = 0;
        for (char c = 0; c < 0x300; c++) {
            count += Decimal.isDigit(c) ? 1 : 0;
        }
        assertEquals(10, count);
        assertFalse(Decimal.isDigit('\uFF11'));
    }
}
