package io.github.pollhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Fuzzes the parsing of URLs with Jazzer. An input is a URL. A normal build runs the seeds. CONTRIBUTING.md tells how to fuzz. */
class RequestUrlFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void parsedUrlIsInItsOneSpelling(byte[] input) {
        check(Utf8.decode(input, 0, input.length));
        check(FuzzedUrls.utf16(input));
    }

    private static void check(String text) {
        RequestUrl url;
        try {
            url = RequestUrl.parse(text);
        } catch (RejectionException e) {
            FuzzedUrls.checkMessage(e);
            return;
        }
        FuzzedUrls.checkParsed(url);
        checkSameHostAsInJava(text, url);
    }

    /** Two parsers that find different hosts in one URL let an attacker pass a filter. */
    private static void checkSameHostAsInJava(String text, RequestUrl url) {
        URI other;
        try {
            other = new URI(text);
        } catch (URISyntaxException e) {
            return;
        }
        boolean name = !url.origin().isLiteral() && !url.origin().host().contains("xn--");
        if (other.getHost() != null && name) {
            assertEquals(Ascii.lower(other.getHost()), url.origin().host());
            assertEquals(other.getPort() < 0 ? url.origin().tls() ? 443 : 80 : other.getPort(), url.origin().port());
        }
    }
}
