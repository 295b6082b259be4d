package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TLSOptionsTest {
    private static final String CHAIN = "-----BEGIN CERTIFICATE-----";

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
    void nullIsAMistakeOfTheProgram() {
        assertThrows(NullPointerException.class, () -> TLSOptions.client(null));
        assertThrows(NullPointerException.class, () -> TLSOptions.client(CHAIN, null));
        assertThrows(NullPointerException.class, () -> TLSOptions.client(null, "other.example"));
        assertThrows(NullPointerException.class, () -> TLSOptions.clientUnsafe(null));
    }
}
