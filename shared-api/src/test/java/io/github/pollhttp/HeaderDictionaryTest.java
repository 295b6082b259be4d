package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Header fields by name: order, case (D2), joins (D3). */
class HeaderDictionaryTest {

    private static HeaderDictionary of(String... lines) {
        return new HeaderDictionary(List.of(lines));
    }

    @Test
    void aNameIsFoundInAnyCase() {
        HeaderDictionary headers = of("Content-Type: text/plain");

        assertEquals("text/plain", headers.get("Content-Type"));
        assertEquals("text/plain", headers.get("content-type"));
        assertTrue(headers.containsKey("CONTENT-TYPE"));
        assertEquals("text/plain", headers.getOrDefault("cOnTeNt-TyPe", "none"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        HeaderDictionary headers = of("Content-Type: text/plain");

        assertNull(headers.get("Content"));
        assertNull(headers.get(null));
        assertNull(headers.get(7));
        assertFalse(headers.containsKey("Content-Length"));
        assertFalse(headers.containsKey(null));
        assertTrue(of().isEmpty());
    }

    @Test
    void namesComeInTheOrderOfTheirFirstAppearanceAndInItsSpelling() {
        HeaderDictionary headers = of("Zebra: 1", "apple: 2", "ZEBRA: 3", "Mango: 4");

        assertEquals(List.of("Zebra", "apple", "Mango"), List.copyOf(headers.keySet()));
        assertEquals(3, headers.size());
    }

    @Test
    void theValuesOfARepeatedNameAreJoinedAsGodotsReferenceSays() {
        HeaderDictionary headers = of("Via: a", "VIA: b", "via: c");

        assertEquals("a; b; c", headers.get("Via"));
    }

    @Test
    void noCookieIsLost() {
        HeaderDictionary headers = of("Set-Cookie: a=1; Path=/", "SET-COOKIE: b=2", "X: y", "set-cookie: c=3");

        assertEquals("a=1; Path=/\nb=2\nc=3", headers.get("Set-Cookie"));
        assertEquals("a=1; Path=/\nb=2\nc=3", headers.get("set-cookie"));
    }

    @Test
    void aValueMayBeEmptyOrHaveAColon() {
        HeaderDictionary headers = of("Empty:", "Location: http://example.com/");

        assertEquals("", headers.get("empty"));
        assertEquals("http://example.com/", headers.get("location"));
    }

    @Test
    void itEqualsAnyMapOfTheSameContent() {
        assertEquals(Map.of("A", "1", "B", "2"), of("A: 1", "B: 2"));
    }

    @Test
    void itCannotBeChanged() {
        HeaderDictionary headers = of("A: 1");

        assertThrows(UnsupportedOperationException.class, () -> headers.put("A", "2"));
        assertThrows(UnsupportedOperationException.class, () -> headers.remove("A"));
        assertThrows(UnsupportedOperationException.class, headers::clear);
        assertThrows(UnsupportedOperationException.class,
                () -> headers.entrySet().iterator().next().setValue("2"));
        assertEquals("1", headers.get("A"));
    }
}
