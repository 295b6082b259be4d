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
    void rulesInOtherScriptsMatchNamesInAscii() {
        PublicSuffixes list = PublicSuffixes.of(List.of("公司.cn", "рф", "*.i❤.example"));

        check(list, true, "xn--55qx5d.cn", "xn--p1ai", "a.xn--i-7iq.example");
        check(list, false, "a.xn--55qx5d.cn");
    }

    @Test
    void withoutAListWhatIsUsualIsKnown() {
        check(PublicSuffixes.COMMON, true, "com", "localhost", "co.uk", "com.au", "ne.jp");
        check(PublicSuffixes.COMMON, false, "example.com", "example.co.uk", "co.com", "xco.uk", "a.co.uk");
    }
}
