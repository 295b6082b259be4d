package io.github.pollhttp.cookies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class PublicSuffixesTest {
    private static final PublicSuffixes LIST = PublicSuffixes
            .of(List.of("// a comment", "", "com", "uk  // more", "co.uk",
                    "*.ck", "!www.ck", "github.io", "公司.cn", "Москва"));

    private static void check(PublicSuffixes rules, boolean expected, String... domains) {
        for (String domain : domains) {
            assertEquals(expected, rules.isPublicSuffix(domain), domain);
        }
    }

    @Test
    void rulesAreReadAsTheListWritesThem() {
        check(LIST, true, "com", "uk", "co.uk", "ck", "any.ck", "github.io", "unknown");
        check(LIST, false, "example.com", "example.co.uk", "www.ck", "a.any.ck", "me.github.io", "a.unknown");
    }

    @Test
    void namesBeyondAsciiAreThoseOfTheDns() {
        check(LIST, true, "xn--55qx5d.cn");
        assertEquals("xn--55qx5d.cn", Punycode.domain("公司.cn"));
        assertEquals("xn--mnchen-3ya.de", Punycode.domain("münchen.de"));
        assertEquals("xn--p1ai", Punycode.domain("рф"));
        assertEquals("xn--i-7iq", Punycode.domain("i❤"));
        assertEquals("xn--ls8h.la", Punycode.domain("💩.la"));
        assertEquals("xn--ihqwcrb4cv8a8dqg056pqjye", Punycode.domain("他们为什么不说中文")); // RFC 3492 section 7.1 (B)
    }

    @Test
    void withoutAListWhatIsUsualIsKnown() {
        check(PublicSuffixes.COMMON, true, "com", "localhost", "co.uk", "com.au", "ne.jp");
        check(PublicSuffixes.COMMON, false, "example.com", "example.co.uk", "co.com", "xco.uk", "a.co.uk");
    }
}
