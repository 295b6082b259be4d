package io.github.pollhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Fuzzes chains of redirects with Jazzer. The first byte of an input chooses the first URL, each line of the rest is a Location. A normal build runs
 * the seeds. CONTRIBUTING.md tells how to fuzz.
 */
class RedirectFuzzTest {
    private static final List<String> BASES = List.of("https://example.com/a/b?c=d", "http://example.com:8080/",
            "https://[2001:db8::1]/a/../b/",
            "http://192.0.2.1/a//b", "http://example.com/a/%2e%2E/b;c?d/../e");

    @FuzzTest(maxDuration = "10m")
    void redirectLeadsToAnHttpUrlInItsOneSpelling(byte[] input) throws RejectionException {
        if (input.length < 2) {
            return;
        }
        RequestUrl base = RequestUrl.parse(BASES.get((input[0] & 0xFF) % BASES.size()));
        follow(base, Utf8.decode(input, 1, input.length - 1).split("\n", 20));
        follow(base, new String(input, 1, input.length - 1, StandardCharsets.ISO_8859_1).split("\n", 20));
        follow(base, FuzzedUrls.withBytes(input).substring(1).split("\n", 20));
    }

    private static void follow(RequestUrl base, String[] locations) {
        RequestUrl from = base;
        for (String location : locations) {
            RequestUrl to;
            try {
                to = Redirect.target(from, location);
                assertEquals(location, Redirect.location(302, List.of(location, location)));
            } catch (RejectionException e) {
                FuzzedUrls.checkMessage(e);
                continue;
            }
            FuzzedUrls.checkParsed(to);
            assertTrue(to.origin().tls() || !from.origin().tls(), "from https to http");
            assertTrue(to.origin().equals(from.origin()) || namesAnOrigin(location), location);
            from = to;
        }
    }

    /** Whether a browser could find a scheme or an authority in a reference. */
    private static boolean namesAnOrigin(String location) {
        String text = location.replaceAll("[\\t\\r\\n]", "").replace('\\', '/');
        int start = 0;
        while (start < text.length() && text.charAt(start) <= ' ') {
            start++;
        }
        return text.startsWith("//", start) || Ascii.startsWith(text.substring(start), "http");
    }
}
