package io.github.pollhttp.jvm.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.jvm.tls.Handshakes.assertAccepted;
import static io.github.pollhttp.jvm.tls.Handshakes.assertFails;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.TLSOptions;

/** Public-key pins: the verified chain must have a pinned key. */
@Timeout(30)
class PublicKeyPinsTest {
    private static final Identity ROOT = Issuing.root("Root of the tests");
    private static final Identity INTERMEDIATE = Issuing.certificate("Intermediate").authority().by(ROOT).issue();
    private static final Identity HOST = Issuing.host("game.example").by(INTERMEDIATE).issue();
    private static final Identity OTHER = Issuing.certificate("Other").authority().by(ROOT).issue();
    private static final TLSOptions TRUSTING = TLSOptions.client(ROOT.pem());

    @Test
    void pinOfAnyCertificateInTheVerifiedChainIsAccepted() throws Exception {
        for (Identity pinned : List.of(HOST, INTERMEDIATE, ROOT)) {
            assertAccepted(HOST, TRUSTING.pins(List.of(OTHER.pin(), pinned.pin())));
        }
    }

    @Test
    void chainWithoutAPinnedKeyFailsAndTheMessageHasTheServersPin() throws Exception {
        Failure failure = assertFails(HOST, TRUSTING.pins(List.of(OTHER.pin())));
        assertEquals(Reason.TLS_PIN_MISMATCH, failure.reason());
        assertTrue(failure.message().contains(HOST.pin()), failure.message());
    }

    @Test
    void pinOfACertificateOutsideTheVerifiedChainFails() throws Exception {
        Identity withExtraCertificate = HOST.with(OTHER.certificate());
        assertAccepted(withExtraCertificate, TRUSTING);
        assertEquals(Reason.TLS_PIN_MISMATCH,
                assertFails(withExtraCertificate, TRUSTING.pins(List.of(OTHER.pin()))).reason());
    }

    @Test
    void pinnedButUntrustedCertificateFails() throws Exception {
        Identity selfSigned = Issuing.host("game.example").issue();
        assertEquals(Reason.TLS_UNTRUSTED, assertFails(selfSigned, TRUSTING.pins(List.of(selfSigned.pin()))).reason());
    }

    @Test
    void certificateThatIsItselfTrustedMustHaveThePinnedKey() throws Exception {
        Identity selfSigned = Issuing.host("game.example").issue();
        TLSOptions options = TLSOptions.client(selfSigned.pem());
        assertAccepted(selfSigned, options.pins(List.of(selfSigned.pin())));
        assertEquals(Reason.TLS_PIN_MISMATCH, assertFails(selfSigned, options.pins(List.of(ROOT.pin()))).reason());
    }

    @Test
    void unsafeOptionsCheckOnlyTheServersOwnPin() throws Exception {
        assertAccepted(HOST, TLSOptions.clientUnsafe().pins(List.of(HOST.pin())));
        assertEquals(Reason.TLS_PIN_MISMATCH,
                assertFails(HOST, TLSOptions.clientUnsafe().pins(List.of(INTERMEDIATE.pin()))).reason());
    }
}
