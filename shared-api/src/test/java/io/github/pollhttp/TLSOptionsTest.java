package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.TLSOptions.Revocation;

class TLSOptionsTest {
    private static final String CHAIN = "-----BEGIN CERTIFICATE-----";
    private static final String KEY = "-----BEGIN PRIVATE KEY-----";
    private static final String PIN = "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static void assertOptions(TLSOptions options, boolean unsafe, String chain, String name) {
        assertEquals(unsafe, options.isUnsafeClient());
        assertEquals(chain, options.getTrustedChain());
        assertEquals(name, options.getCommonNameOverride());
        assertFalse(options.isOnlyTrustedChain());
    }

    @Test
    void aClientChecksEverything() {
        assertOptions(TLSOptions.client(), false, null, null);
    }

    @Test
    void aClientMayTrustAChainAndExpectAnotherName() {
        assertOptions(TLSOptions.client(CHAIN), false, CHAIN, null);
        assertOptions(TLSOptions.client(CHAIN, "other.example"), false, CHAIN, "other.example");
    }

    @Test
    void anUnsafeClientMayStillTrustAChain() {
        assertOptions(TLSOptions.clientUnsafe(), true, null, null);
        assertOptions(TLSOptions.clientUnsafe(CHAIN), true, CHAIN, null);
    }

    @Test
    void theChainMayReplaceThePlatformsStoreAndNothingElseChanges() {
        TLSOptions options = TLSOptions.client(CHAIN, "other.example");

        TLSOptions only = options.onlyTrustedChain();

        assertTrue(only.isOnlyTrustedChain());
        assertEquals(CHAIN, only.getTrustedChain());
        assertEquals("other.example", only.getCommonNameOverride());
        assertFalse(only.isUnsafeClient());
        assertTrue(TLSOptions.clientUnsafe(CHAIN).onlyTrustedChain().isUnsafeClient());
    }

    @Test
    void optionsDoNotChange() {
        TLSOptions options = TLSOptions.client(CHAIN);

        options.onlyTrustedChain();

        assertFalse(options.isOnlyTrustedChain());
    }

    @Test
    void withoutAChainThereIsNothingToTrustInsteadOfTheStore() {
        assertThrows(IllegalStateException.class, TLSOptions.client()::onlyTrustedChain);
        assertThrows(IllegalStateException.class, TLSOptions.clientUnsafe()::onlyTrustedChain);
    }

    @Test
    void nullThrows() {
        assertThrows(NullPointerException.class, () -> TLSOptions.client(null));
        assertThrows(NullPointerException.class, () -> TLSOptions.client(CHAIN, null));
        assertThrows(NullPointerException.class, () -> TLSOptions.client(null, "other.example"));
        assertThrows(NullPointerException.class, () -> TLSOptions.clientUnsafe(null));
        assertThrows(NullPointerException.class, () -> TLSOptions.client().clientCertificate(null, KEY));
        assertThrows(NullPointerException.class, () -> TLSOptions.client().clientCertificate(CHAIN, null));
        assertThrows(NullPointerException.class, () -> TLSOptions.client().revocation(null));
    }

    @Test
    void defaultsAreNoClientCertificateNoPinAndNoQuestionToAnOcspResponder() {
        TLSOptions options = TLSOptions.client();

        assertNull(options.getClientCertificateChain());
        assertNull(options.getClientPrivateKey());
        assertEquals(List.of(), options.getPins());
        assertEquals(Revocation.STAPLED, options.getRevocation());
    }

    @Test
    void eachWishKeepsTheOthers() {
        TLSOptions options = TLSOptions.client(CHAIN, "other.example")
                .clientCertificate("certificate", KEY)
                .pins(List.of(PIN))
                .revocation(Revocation.HARD_FAIL)
                .onlyTrustedChain();

        assertEquals("certificate", options.getClientCertificateChain());
        assertEquals(KEY, options.getClientPrivateKey());
        assertEquals(List.of(PIN), options.getPins());
        assertEquals(Revocation.HARD_FAIL, options.getRevocation());
        assertEquals(CHAIN, options.getTrustedChain());
        assertEquals("other.example", options.getCommonNameOverride());
        assertTrue(options.isOnlyTrustedChain());
    }

    @Test
    void aListOfPinsThatChangesLaterChangesNothing() {
        List<String> pins = new ArrayList<>(List.of(PIN));
        TLSOptions options = TLSOptions.client().pins(pins);

        pins.clear();

        assertEquals(List.of(PIN), options.getPins());
    }

    @Test
    void malformedPinThrows() {
        assertThrows(IllegalArgumentException.class, () -> TLSOptions.client().pins(List.of("sha1/AAAA")));
        assertThrows(IllegalArgumentException.class, () -> TLSOptions.client().pins(List.of("sha256/AAAA")));
        assertThrows(NullPointerException.class, () -> TLSOptions.client().pins(null));
    }

    @Test
    void optionsThatSayTheSameAreEqual() {
        assertEquals(TLSOptions.client(), TLSOptions.client());
        assertEquals(TLSOptions.client(CHAIN).clientCertificate("certificate", KEY).hashCode(),
                TLSOptions.client(CHAIN).clientCertificate("certificate", KEY).hashCode());
        assertEquals(TLSOptions.client(CHAIN).pins(List.of(PIN)), TLSOptions.client(CHAIN).pins(List.of(PIN)));
    }

    @Test
    void optionsThatDifferInOneThingAreNotEqual() {
        TLSOptions options = TLSOptions.client(CHAIN);

        assertNotEquals(options, TLSOptions.clientUnsafe(CHAIN));
        assertNotEquals(options, TLSOptions.client(CHAIN, "other.example"));
        assertNotEquals(options, options.onlyTrustedChain());
        assertNotEquals(options, options.clientCertificate("certificate", KEY));
        assertNotEquals(options, options.pins(List.of(PIN)));
        assertNotEquals(options, options.revocation(Revocation.UNCHECKED));
    }
}
