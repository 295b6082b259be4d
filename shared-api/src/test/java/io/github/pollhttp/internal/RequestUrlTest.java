package io.github.pollhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs, and what references mean. */
class RequestUrlTest {

    @ParameterizedTest
    @CsvSource({"http://a, http://a/", "http://a/, http://a/", "HTTP://A.Example/Path, http://a.example/Path",
            "https://a:443/x, https://a/x", "https://a:80/x, https://a:80/x", "http://a:/x, http://a/x",
            "http://a?q, http://a/?q", "http://a/x?q#f, http://a/x?q", "http://a#f, http://a/",
            "http://[::1]:8080/x, http://[::1]:8080/x", "http://[::1], http://[::1]/", "http://a/x/../y, http://a/y",
            "http://a/x?../y, http://a/x?../y", "http://a/%2e%2E/y, http://a/y", "http://ä/ö?ü, http://ä/%C3%B6?%C3%BC",
            "http://a/{x}|?[y]'z, http://a/%7Bx%7D%7C?%5By%5D%27z", "http://a/%c3%B6%2f%zz, http://a/%c3%B6%2f%zz",
            "http://a/é/../ö, http://a/%C3%B6", "http://a?{, http://a/?%7B",
            "http://a/b:c@d, http://a/b:c@d"})
    void aUrlIsReadAndWrittenTheOneWay(String url, String written) throws RejectionException {
        assertEquals(written, RequestUrl.parse(url).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a", "//a/", "ftp://a/", "httpx://a", "http:/a", "http:a", "http://", "http:///x",
            "http://?q", "http://a:b/", "http://a:0/", "http://a:65536/", "http://a:-1/", "http://a:99999999999/",
            "http://u@a/", "http://u:p@a/", "http://[::1/", "http://[x]/", "http://a b/", "http://a/ b", "http://a/\t",
            "http://a/\r\nX: y", "http://a\\b/", "http://a/\\b", "http://a\u0000/", " http://a/"})
    void whatIsNoUrlIsRefused(String url) {
        assertThrows(RejectionException.class, () -> RequestUrl.parse(url));
    }

    /** URL Standard, host parser. */
    @ParameterizedTest
    @CsvSource({"ex%61mple, example", "%41.b, a.b", "a%2eb, a.b", "%31.%32.3.4, 1.2.3.4", "0%78%37f.1, 127.0.0.1",
            "a%2Db:80, a-b"})
    void hostIsPercentDecoded(String authority, String host) throws RejectionException {
        assertEquals("http://" + host + "/", RequestUrl.parse("http://" + authority).toString());
        assertEquals("http://" + host + "/", RequestUrl.parse("http://h/").resolve("//" + authority).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%2Fb", "a%3A80", "a%3a:80", "u%40a", "%5B::1%5D", "%5B%3A%3A1%5D", "%5Ba%5D", "a%", "a%6",
            "a%zz", "a%00b", "a%20b",
            "a%25b", "%2561", "a%5Cb", "a%23", "a%3Fb", "%", "[::1%25eth0]", "[%3a:1]", "http%3A%2F%2Fa", "a%7Fb",
            "a%2E%2Eb"})
    void hostThatIsInvalidAfterDecodingIsRejected(String authority) {
        assertThrows(RejectionException.class, () -> RequestUrl.parse("http://" + authority + "/"));
    }

    @ParameterizedTest
    @CsvSource({"'/a #f', http://a/a%20", "'?x #f', http://a/b/c/d?x%20", "' /a# f ', http://a/a",
            "' #f', http://a/b/c/d?q",
            "'/a\\#\\?', http://a/a/", "'\t#', http://a/b/c/d?q"})
    void onlyWhiteSpaceAroundTheWholeReferenceIsRemoved(String reference, String meaning) throws RejectionException {
        assertEquals(meaning, RequestUrl.parse("http://a/b/c/d?q").resolve(reference).toString());
    }

    /** RFC 3986 section 3.2.2. The last group must not become a port. */
    @ParameterizedTest
    @ValueSource(strings = {"fe80::1:2:3", "::1", "::", ":::80", "::1:80", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8:9",
            "::ffff:127.0.0.1", "2001:db8:0:0:0:0:0:1:8080", "a:1:2", "a:b", "::]:80", "1::2]", "[::1", "[::1]:80:81",
            "[::1]1:80", "a[::1]:80"})
    void colonInAHostWithoutBracketsIsRejected(String authority) {
        assertThrows(RejectionException.class, () -> RequestUrl.parse("http://" + authority + "/x"));
        assertThrows(RejectionException.class, () -> RequestUrl.parse("http://h/").resolve("//" + authority + "/x"));
    }

    @Test
    void halfOfASurrogatePairIsRejected() {
        for (String url : new String[]{"http://a/\uD83C", "http://a/\uDFAEb", "http://a/?\uD83C\uD83C",
                "http://a\uD83C/"}) {
            assertThrows(RejectionException.class, () -> RequestUrl.parse(url));
        }
    }

    @ParameterizedTest
    @CsvSource({"/é?ü, http://a/%C3%A9?%C3%BC", "{x}, http://a/b/c/%7Bx%7D", "?'{', http://a/b/c/d?%27%7B%27",
            "'//h/[é]', http://h/%5B%C3%A9%5D", "%c3%a9, http://a/b/c/%c3%a9"})
    void targetOfAReferenceIsPercentEncoded(String reference, String meaning) throws RejectionException {
        assertEquals(meaning, RequestUrl.parse("http://a/b/c/d").resolve(reference).toString());
    }

    /** RFC 3986 sections 5.4.1 and 5.4.2, as far as they are about http; fragments are not kept. */
    @ParameterizedTest
    @CsvSource({"g, http://a/b/c/g", "./g, http://a/b/c/g", "g/, http://a/b/c/g/", "/g, http://a/g", "//g, http://g/",
            "?y, http://a/b/c/d;p?y", "g?y, http://a/b/c/g?y", "#s, http://a/b/c/d;p?q", "g#s, http://a/b/c/g",
            "g?y#s, http://a/b/c/g?y", ";x, http://a/b/c/;x", "g;x, http://a/b/c/g;x", "'', http://a/b/c/d;p?q",
            "., http://a/b/c/", "./, http://a/b/c/", ".., http://a/b/", "../, http://a/b/", "../g, http://a/b/g",
            "../.., http://a/", "../../, http://a/", "../../g, http://a/g", "../../../g, http://a/g",
            "../../../../g, http://a/g", "/./g, http://a/g", "/../g, http://a/g", "g., http://a/b/c/g.",
            ".g, http://a/b/c/.g", "g.., http://a/b/c/g..", "..g, http://a/b/c/..g", "./../g, http://a/b/g",
            "./g/., http://a/b/c/g/", "g/./h, http://a/b/c/g/h", "g/../h, http://a/b/c/h",
            "g;x=1/./y, http://a/b/c/g;x=1/y", "g;x=1/../y, http://a/b/c/y", "g?y/./x, http://a/b/c/g?y/./x",
            "g?y/../x, http://a/b/c/g?y/../x", "g#s/../x, http://a/b/c/g", "http://h/x, http://h/x",
            "https://h, https://h/", "a b, http://a/b/c/a%20b",
            "1:2, http://a/b/c/1:2", "http:g, http://a/b/c/g", "http:/end, http://a/end", "HTTP:?y, http://a/b/c/d;p?y",
            "..., http://a/b/c/...", "g//h, http://a/b/c/g//h"})
    void aReferenceIsResolvedAsTheStandardSays(String reference, String meaning) throws RejectionException {
        assertEquals(meaning, RequestUrl.parse("http://a/b/c/d;p?q").resolve(reference).toString());
    }

    /** The URL Standard, section 4.4: servers rely on what browsers repair. */
    @ParameterizedTest
    @CsvSource({"'/\\h/x', http://h/x", "'\\\\h\\x', http://h/x", "'x\\y', http://a/b/c/x/y", "'..\\g', http://a/b/g",
            "'g?x\\y', http://a/b/c/g?x%5Cy", "'http:\\\\h\\x', http://h/x", "' g ', http://a/b/c/g",
            "'http://h/x\\y?\\', http://h/x/y?%5C"})
    void backslashesAreSlashesInThePathOfAReference(String reference, String meaning) throws RejectionException {
        assertEquals(meaning, RequestUrl.parse("http://a/b/c/d;p?q").resolve(reference).toString());
    }

    @Test
    void tabsAndLineEndsAreRemovedFromAReference() throws RejectionException {
        RequestUrl base = RequestUrl.parse("http://a/b");
        assertEquals("http://a/gh?i", base.resolve("/g\th?\r\ni").toString());
        assertEquals("http://h/", base.resolve("\tht\ntp:/\t/h").toString());
        assertEquals("http://a/g%01h%7F", base.resolve("\u0000/g\u0001h\u007F").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"g:h", "https:g", "https:/g", "http:///g", "///g", "\\\\\\g", "http://:80/g", "mailto:a@b",
            "javascript:alert(1)", "data:,x", "//u:p@h/", "//",
            "http://",
            "//h:99999/"})
    void aReferenceThatLeadsToNoPlaceIsRefused(String reference) {
        assertThrows(RejectionException.class, () -> RequestUrl.parse("http://a/b").resolve(reference));
    }
}
