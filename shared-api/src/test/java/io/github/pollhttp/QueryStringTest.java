package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code HTTPClient.queryStringFromDict}. */
class QueryStringTest {

    private static String query(String name, Object value) {
        return HTTPClient.queryStringFromDict(Collections.singletonMap(name, value));
    }

    @Test
    void noFieldsAreAnEmptyQuery() {
        assertEquals("", HTTPClient.queryStringFromDict(Map.of()));
    }

    @Test
    void fieldsComeInTheOrderOfTheMap() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("z", 1);
        fields.put("a", "two");
        fields.put("m", true);

        assertEquals("z=1&a=two&m=true", HTTPClient.queryStringFromDict(fields));
    }

    @Test
    void nullIsTheBareNameAndAnEmptyTextIsNot() {
        assertEquals("flag", query("flag", null));
        assertEquals("flag=", query("flag", ""));
    }

    @Test
    void everyElementOfAListIsAPair() {
        assertEquals("id=1&id=2&id=3", query("id", List.of(1, 2, 3)));
        assertEquals("id=7", query("id", Set.of("7")));
    }

    @Test
    void everyElementOfAnArrayIsAPair() {
        assertEquals("id=a&id=b", query("id", new String[]{"a", "b"}));
        assertEquals("id=1&id=2", query("id", new Object[]{1, 2L}));
        assertEquals("id=1&id=2", query("id", new int[]{1, 2}));
        assertEquals("id=1&id=-9223372036854775808", query("id", new long[]{1, Long.MIN_VALUE}));
        assertEquals("id=0.5&id=1.0", query("id", new float[]{0.5f, 1}));
        assertEquals("id=0.5&id=1.0", query("id", new double[]{0.5, 1}));
    }

    @Test
    void nullInsideOfAListOrAnArrayIsTheBareName() {
        assertEquals("id=1&id&id=2", query("id", Arrays.asList(1, null, 2)));
        assertEquals("id&id=2", query("id", new Integer[]{null, 2}));
    }

    @Test
    void anEmptyListLeavesNothingNotEvenASeparator() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("a", 1);
        fields.put("none", List.of());
        fields.put("nothing", new int[0]);
        fields.put("b", 2);

        assertEquals("a=1&b=2", HTTPClient.queryStringFromDict(fields));
    }

    @Test
    void unsupportedArrayTypeThrowsAndNamesTheField() {
        for (Object array : List.of(new boolean[1], new byte[1], new char[1], new short[1])) {
            IllegalArgumentException mistake = assertThrows(IllegalArgumentException.class,
                    () -> query("field", array));
            assertTrue(mistake.getMessage().contains("field"), mistake.getMessage());
        }
    }

    @Test
    void unreservedCharactersStayAsTheyAre() {
        String unreserved = "ABCXYZabcxyz0189-._~";

        assertEquals(unreserved + "=" + unreserved, query(unreserved, unreserved));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = ';', ignoreLeadingAndTrailingWhitespace = false, value = {
            "a b;a%20b", "a+b;a%2Bb", "a&b;a%26b", "a=b;a%3Db", "a%b;a%25b", "a#b;a%23b", "a/?b;a%2F%3Fb", "*;%2A",
            "\"';%22%27"})
    void reservedCharactersAreEncodedInNamesAndValues(String text, String encoded) {
        assertEquals(encoded + "=" + encoded, query(text, text));
    }

    @Test
    void controlCharactersHaveTwoDigits() {
        assertEquals("a=%00%01%09%0A%0D%1F%7F", query("a", "\0\u0001\t\n\r\u001F\u007F"));
    }

    @Test
    void otherCharactersAreEncodedAsUtf8() {
        assertEquals("%C3%BC=%E2%82%AC", query("\u00FC", "\u20AC"));
        assertEquals("%F0%9F%8E%AE=%F0%90%80%80", query("\uD83C\uDFAE", "\uD800\uDC00"));
    }

    @Test
    void anUnpairedSurrogateIsAQuestionMark() {
        assertEquals("a=%3Fb", query("a", "\uD800b"));
    }
}
