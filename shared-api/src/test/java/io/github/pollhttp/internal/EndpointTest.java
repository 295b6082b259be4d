package io.github.pollhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scheme, host and port, as {@code connectToHost} takes them. */
class EndpointTest {

    private static Endpoint of(String host) throws RejectionException {
        return Endpoint.of(host, -1, false);
    }

    private static String rejectionOf(String host, int port) {
        RejectionException rejection = assertThrows(RejectionException.class, () -> Endpoint.of(host, port, false));
        assertFalse(rejection.isUnavailable());
        return rejection.getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com", "HTTPS://example.com", "hTtPs://example.com"})
    void httpsInAnyCaseMeansTls(String host) throws RejectionException {
        assertEquals(new Endpoint(true, "example.com", 443), of(host));
        assertEquals(new Endpoint(true, "example.com", 443), Endpoint.of(host, -1, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com", "HTTP://example.com", "HttP://example.com"})
    void httpInAnyCaseMeansNoTlsWhateverWasAskedFor(String host) throws RejectionException {
        assertEquals(new Endpoint(false, "example.com", 80), of(host));
        assertEquals(new Endpoint(false, "example.com", 80), Endpoint.of(host, -1, true));
    }

    @Test
    void withoutASchemeTheWishDecides() throws RejectionException {
        assertEquals(new Endpoint(false, "example.com", 80), Endpoint.of("example.com", -1, false));
        assertEquals(new Endpoint(true, "example.com", 443), Endpoint.of("example.com", -1, true));
    }

    @Test
    void aNameThatOnlyBeginsLikeASchemeIsAName() throws RejectionException {
        assertEquals("https.example", of("https.example").host());
        assertEquals("http", of("http").host());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 80, 443, 8080, 65535})
    void aPortOfItsOwnWins(int port) throws RejectionException {
        assertEquals(new Endpoint(true, "example.com", port), Endpoint.of("https://example.com", port, false));
        assertEquals(new Endpoint(false, "example.com", port), Endpoint.of("example.com", port, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -2, 65536, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void portOutOfRangeIsRejectedAndNamedInTheMessage(int port) {
        assertTrue(rejectionOf("example.com", port).contains(Integer.toString(port)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ab", "a.b", "x-1.example", "_dmarc.example.com", "m\u00FCnchen.example",
            "example.com."})
    void aNameMayBeOfAnyLength(String host) throws RejectionException {
        assertEquals(host, of(host).host());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://", "https://", "HTTP://"})
    void emptyHostIsRejected(String host) {
        assertTrue(rejectionOf(host, -1).contains("empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com/", "example.com/path", "http://example.com/", "example.com?a=b",
            "example.com#top", "example.com\\path", "https://http://example.com", "ftp://example.com"})
    void pathOrOtherSchemeIsRejected(String host) {
        rejectionOf(host, -1);
    }

    @ParameterizedTest
    @ValueSource(strings = {" example.com", "example.com ", "exam ple.com", " ", "exam\tple.com", "example.com\r\nX: y",
            "exam\0ple.com", "exam\u001Fple.com", "exam\u007Fple.com", " http://example.com"})
    void spacesAndControlCharactersAreRejected(String host) {
        rejectionOf(host, -1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user@example.com", "http://user@example.com", "user%40example.com", "@"})
    void userInfoIsRejected(String host) {
        rejectionOf(host, -1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com:80", "http://example.com:8080", "192.0.2.1:80", "example.com:", ":80"})
    void portInsideTheHostIsRejectedWithAdvice(String host) {
        assertTrue(rejectionOf(host, -1).contains("port"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user:secret@example.com", "a:b:c", "http://user:secret@example.com:80"})
    void moreColonsThanThatAreNoIPv6AddressEither(String host) {
        rejectionOf(host, -1);
    }

    @ParameterizedTest
    @CsvSource({"example.com, -1, example.com", "example.com, 80, example.com", "example.com, 443, example.com:443",
            "https://example.com, -1, example.com", "https://example.com, 443, example.com",
            "https://example.com, 80, example.com:80", "::1, -1, [::1]", "[::1], 8080, [::1]:8080",
            "192.0.2.1, 81, 192.0.2.1:81"})
    void theAuthorityLeavesTheSchemesPortOutAndPutsIPv6InBrackets(String host, int port, String authority)
            throws RejectionException {
        assertEquals(authority, Endpoint.of(host, port, false).authority());
    }

    @Test
    void theOriginIsSchemeAndAuthority() throws RejectionException {
        assertEquals("http://example.com", of("example.com").origin());
        assertEquals("https://[::1]:8443", Endpoint.of("https://[::1]", 8443, false).origin());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "255.255.255.255", "http://127.0.0.1"})
    void fourNumbersAreALiteral(String host) throws RejectionException {
        assertTrue(of(host).isLiteral());
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "localhost", "1.2.3.x", "1.2.3.\u0664", "1.example", "a1"})
    void otherHostsAreNames(String host) throws RejectionException {
        assertFalse(of(host).isLiteral());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1.2.3.4", "1.2.3.4.5", "256.0.0.1", "1.2.3.256", "1..2.3", ".1.2.3", "example.1"})
    void hostThatEndsInANumberAndIsNoAddressIsRejected(String host) {
        rejectionOf(host, -1);
    }

    @ParameterizedTest
    @CsvSource({"EXAMPLE.Com,example.com", "127.1,127.0.0.1", "0x7f000001,127.0.0.1", "1.2.3.4.,1.2.3.4", "1,0.0.0.1"})
    void hostHasOneSpelling(String host, String canonical) throws RejectionException {
        assertEquals(canonical, of(host).host());
    }

    @Test
    void lengthsOfTheDnsAreChecked() throws RejectionException {
        String label = "a".repeat(63);
        String name = label + "." + label + "." + label + "." + "a".repeat(61);
        assertEquals(name, of(name).host());
        assertEquals(name + ".", of(name + ".").host());

        for (String tooLong : new String[]{name + "a", label + "a", "a..b", ".a", "a..", "."}) {
            rejectionOf(tooLong, -1);
        }
    }
}
