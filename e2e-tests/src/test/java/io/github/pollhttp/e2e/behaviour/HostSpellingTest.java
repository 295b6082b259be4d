package io.github.pollhttp.e2e.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

import io.github.pollhttp.e2e.browser.BrowserPage;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.BrowsersOfTheRun;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;

/**
 * The JVM backend spells hosts as the browsers do, and rejects those that they reject. Two are left out, because Chromium accepts them against the
 * URL Standard: {@code xn--a}, which is not valid Punycode, and a host with a space.
 */
@ExtendWith(BrowsersOfTheRun.class)
class HostSpellingTest {
    private static final String INVALID = "invalid";
    private static final List<String> HOSTS = List.of("EXAMPLE.com", "stra\u00DFe.example", "\u03C3\u03C2.example",
            "\u2615.example", "B\u00DCCHER.example", "bu\u0308cher.example", "\uFF42.example", "a\u3002b",
            "a\u00ADb.example",
            "xn--bcher-kva.example", "\uD83D\uDCA9.la",
            "\u0646\u0627\u0645\u0647\u200C\u0627\u06CC.example",
            "a\u200Db.example", "\u064Aa.example", "evil.example\uFF0Fgood.example", "good.example\uFF20evil.example",
            "\uFFFD.example", "127.1", "0x7f.1", "010.0.0.1", "2130706433", "1.2.3.4.5", "256.1",
            "4294967296", "1.2.3.4.", "a.1", "[::0001]", "[2001:DB8::A]", "[::ffff:192.0.2.1]", "[1:2]", "[::1", "a^b",
            "::1", "fe80::1:2:3", "1:2:3:4:5:6:7:8", "a_b", "-a", "ex%61mple.com", "b%C3%BCcher.example", "a%E3%80%82b",
            "a%zz", "a%00b",
            "a%2Fb", "a%3A80", "%5B::1%5D", "%C3", "%2561", "a\u1680b", "a\uFEFFb", "a\u200Bb", "a\u2060b",
            "\u0DC1\u0DCA\u200D\u0DBB\u0DD3.example");

    @TestFactory
    Stream<DynamicTest> spellingsAreThoseOfTheBrowser(Browsers browsers) {
        return browsers.all().stream().map(browser -> dynamicTest(browser.engine().title(), () -> {
            try (BrowserPage page = browser.newPage()) {
                for (String host : HOSTS) {
                    assertEquals(page.evaluate(
                            """
                                    (host) => { try { return new URL('http://' + host + '/').hostname; } catch (e) { return 'invalid'; } }""",
                            host), onTheJvm(host), host);
                }
            }
        }));
    }

    private static String onTheJvm(String host) {
        try {
            String spelling = RequestUrl.parse("http://" + host + "/").origin().host();
            return spelling.indexOf(':') < 0 ? spelling : "[" + spelling + "]";
        } catch (RejectionException e) {
            return INVALID;
        }
    }
}
