package io.github.pollhttp.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderLineTest {
    /** RFC 9110 section 5.6.2, character by character. */
    private static final String TOKEN_CHARS = "!#$%&'*+-.^_`|~0123456789"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '`', value = {
            "Name: value|Name|value", "Name:value|Name|value", "name: \t value \t |name|value",
            "Name: two words|Name|two words", "Name: a:b|Name|a:b", "Name: \"x\"|Name|\"x\""})
    void aLineIsANameAndAValueWithoutTheWhiteSpaceAroundIt(String line, String name, String value) {
        assertEquals(name, HeaderLine.name(line));
        assertEquals(value, HeaderLine.value(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name:", "Name: ", "Name: \t \t"})
    void aValueMayBeEmpty(String line) {
        assertEquals("", HeaderLine.value(line));
    }

    @Test
    void onlySpacesAndTabsAreWhiteSpace() {
        assertEquals("\u00A0value\u000B", HeaderLine.value("Name: \u00A0value\u000B "));
    }

    @Test
    void aLineIsNamedInAnyCaseAndByItsWholeName() {
        assertTrue(HeaderLine.isNamed("Content-Type: a", "content-TYPE"));
        assertTrue(HeaderLine.isNamed("A:", "a"));
        assertFalse(HeaderLine.isNamed("Content-Type: a", "Content"));
        assertFalse(HeaderLine.isNamed("Content-Type: a", "Content-Type: a"));
        assertFalse(HeaderLine.isNamed("Content-Type", "Content-Type"));
        assertFalse(HeaderLine.isNamed("A: b", "Long-Name"));
        assertFalse(HeaderLine.isNamed("B: A: c", "A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name: value", "Name:value", "n:", "X!#$%&'*+-.^_`|~9: y", "Name: a:b", "Name: \u00FC",
            "Name: a\tb"})
    void aRightLineHasNoFault(String line) {
        assertNull(HeaderLine.rejectionMessage(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Name", ":", ": value"})
    void aLineWithoutANameHasTheFaultThatItHasNone(String line) {
        assertTrue(HeaderLine.rejectionMessage(line).contains("no name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" Name: v", "Na me: v", "Name : v", "Na\tme: v", "Na\r\nme: v", "N\u00E4me: v", "Na(me: v",
            "\"Name\": v", "Na/me: v", "Na@me: v", "Na\0me: v", "Na\u007Fme: v"})
    void aNameThatIsNoTokenIsAFault(String line) {
        assertTrue(HeaderLine.rejectionMessage(line).contains("the name of a header"));
    }

    /** A program may have forgotten the colon, or may have mixed up name and value. */
    @ParameterizedTest
    @ValueSource(strings = {"S3CRET", "Authorization Bearer S3CRET", ": S3CRET", "Bearer S3CRET: Authorization",
            "S3CRET\u001b: a"})
    void aLineWithAFaultIsNotRepeated(String line) {
        assertFalse(HeaderLine.rejectionMessage(line).contains("S3CRET"), line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name: a\rb", "Name: a\nb", "Name: a\r\n b", "Name: a\0b", "Name:\n", "Name: a\r\n",
            "Name: \u0001", "Name: a\u001B[31m", "Name: a\u001F", "Name: a\u007Fb"})
    void aControlCharacterInTheValueIsAFaultThatNamesTheHeaderAndDoesNotRepeatIt(String line) {
        String message = HeaderLine.rejectionMessage(line);

        assertNotNull(message);
        assertTrue(message.contains("header Name"), message);
        assertEquals(-1, message.indexOf('\n'));
    }

    @Test
    void lineReplacesAllLinesOfItsName() {
        assertEquals(List.of("B: 2", "A: new"),
                HeaderLine.replaced(List.of("A: 1", "B: 2", "a: 3"), "A", "A: new"));
        assertEquals(List.of("A: new"), HeaderLine.replaced(List.of(), "A", "A: new"));
    }

    @Test
    void tabIsTheOnlyControlCharacterOfAValue() {
        assertFalse(HeaderLine.hasControl("a\tb \u00A0"));
        assertTrue(HeaderLine.hasControl("a\n"));
        assertTrue(HeaderLine.hasControl("a\u007F"));
    }

    @Test
    void secondHostLineIsRejected() {
        assertDoesNotThrow(() -> HeaderLine.check(List.of("Host: a", "X-Host: b")));
        assertThrows(RejectionException.class, () -> HeaderLine.check(List.of("Host: a", "X: b", "hOST: a")));
    }

    @Test
    void tokenCharactersAreThoseOfTheStandard() {
        for (int c = 0; c < 0x300; c++) {
            assertEquals(TOKEN_CHARS.indexOf(c) >= 0, HeaderLine.isTokenChar(c), "character " + c);
        }
        assertFalse(HeaderLine.isTokenChar(-1));
    }
}
