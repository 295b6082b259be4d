package io.github.pollhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTest {

    @Test
    void charactersThatArePrintableAsciiStay() {
        assertEquals("\"HTTP/1.1 200 OK\"", Quoted.text("HTTP/1.1 200 OK"));
    }

    @Test
    void otherCharactersAreEscaped() {
        assertEquals("\"a\\u001b[31mb\\u00e9\\u202e\\\"\\\\\"", Quoted.text("a\u001b[31mb\u00e9\u202e\"\\"));
    }

    @Test
    void longTextIsCutAfter80Characters() {
        String quoted = Quoted.text("x".repeat(120_000));

        assertEquals("\"" + "x".repeat(80) + "...\"", quoted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://user:S3CRET@a.example/", "https://S3CRET@a.example", "//u:S3CRET@a.example/x",
            "user:S3CRET@a.example", "https://a.example/x?token=S3CRET", "https://a.example?S3CRET#S3CRET", "/x#S3CRET",
            "https://u@S3CRET@a.example/", "https://u:S3CRET/x@a.example/", "https://u:S3/CRET@a.example",
            "https:/u:S3CRET@a.example",
            "https:u:S3CRET@a.example", "https:/u:S3CRET@a.example//x", "\\\\u:S3CRET@a.example",
            "https:\\\\u:S3CRET@a.example/",
            "http:///u:S3CRET@a.example", "http://a.example:S3CRET/x"})
    void secretsOfAUrlAreLeftOut(String url) {
        String quoted = Quoted.url(url);

        assertFalse(quoted.contains("S3CRET"), quoted);
        assertTrue(quoted.contains("a.example") || quoted.contains("/x"), quoted);
    }

    /** What follows the question mark may be a query or the rest of a password. */
    @ParameterizedTest
    @ValueSource(strings = {"https://u:S3CRET?x@a.example/", "https://u:S3CRET#x@a.example/",
            "https://a.example?x@S3CRET"})
    void atSignAfterAQuestionMarkLeavesOnlyTheScheme(String url) {
        assertEquals("\"https://...\"", Quoted.url(url));
    }

    @Test
    void sentenceIsEscapedAndCutAfter1000Characters() {
        assertEquals("cannot open \"a\\u001b\"", Quoted.sentence("cannot open \"a\u001b\""));
        assertEquals("x".repeat(1000) + "...", Quoted.sentence("x".repeat(1001)));
    }

    @ParameterizedTest
    @CsvSource({"https://a.example/b@c?d@e,https://a.example/b@c?...",
            "https://a.example:8080/@b,https://a.example:8080/@b",
            "https://a.example/b,https://a.example/b", "/b@c,/b@c",
            "https://a.example/b?c=d,https://a.example/b?..."})
    void restOfAUrlIsShown(String url, String shown) {
        assertEquals("\"" + shown + "\"", Quoted.url(url));
    }
}
