package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.HTTPClient.ResponseCode;

/** The names of the status codes are Godot 4's; the file beside this test lists them. */
class ResponseCodeTest {
    private static final int GODOTS = 61;

    @ParameterizedTest
    @CsvFileSource(resources = "godot-response-codes.txt", delimiter = '|', quoteCharacter = '"')
    void eachOfGodotsHasItsNumberAndItsPhrase(String name, int number, String phrase)
            throws ReflectiveOperationException {
        assertEquals(number, ResponseCode.class.getField(name).getInt(null));
        assertEquals(phrase, ResponseCode.reason(number));
    }

    @Test
    void thereAreNoOthers() {
        assertEquals(GODOTS, ResponseCode.class.getFields().length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 99, 299, 425, 509, 600, 999, Integer.MAX_VALUE})
    void anyOtherNumberHasNoPhrase(int code) {
        assertEquals("", ResponseCode.reason(code));
    }
}
