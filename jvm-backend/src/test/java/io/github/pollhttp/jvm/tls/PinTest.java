package io.github.pollhttp.jvm.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.jvm.tls.Handshakes.accepts;
import static io.github.pollhttp.jvm.tls.Handshakes.refuses;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.TLSOptions;

/** Public keys of which the chain must have one. */
@Timeout(30)
class PinTest {
    private static final Identity ROOT = Issuing.root("Root of the tests");
    private static final Identity BETWEEN = Issuing.certificate("Between").authority().by(ROOT).issue();
    private static final Identity HOST = Issuing.host("game.example").by(BETWEEN).issue();
    private static final Identity STRANGER = Issuing.certificate("Stranger").authority().by(ROOT).issue();
    private static final TLSOptions TRUSTING = TLSOptions.client(ROOT.pem());

    @Test
    void theKeyOfAnyCertificateUpToTheTrustedOneWillDo() throws Exception {
        for (Identity pinned : List.of(HOST, BETWEEN, ROOT)) {
            accepts(HOST, TRUSTING.pins(List.of(STRANGER.pin(), pinned.pin())));
        }
    }

    @Test
    void withoutAPinnedKeyTheCertificateIsRefusedAndItsOwnPinIsTold() throws Exception {
        Failure failure = refuses(HOST, TRUSTING.pins(List.of(STRANGER.pin())));
        assertEquals(Reason.TLS_PIN_MISMATCH, failure.reason());
        assertTrue(failure.message().contains(HOST.pin()), failure.message());
    }

    @Test
    void someoneElsesCertificateSentAlongDoesNotHelp() throws Exception {
        Identity boasting = HOST.with(STRANGER.certificate());
        accepts(boasting, TRUSTING);
        assertEquals(Reason.TLS_PIN_MISMATCH, refuses(boasting, TRUSTING.pins(List.of(STRANGER.pin()))).reason());
    }

    @Test
    void aPinIsNoReasonToTrust() throws Exception {
        Identity selfSigned = Issuing.host("game.example").issue();
        assertEquals(Reason.TLS_UNTRUSTED, refuses(selfSigned, TRUSTING.pins(List.of(selfSigned.pin()))).reason());
    }

    @Test
    void aCertificateThatIsItselfTrustedMustHaveThePinnedKeyToo() throws Exception {
        Identity selfSigned = Issuing.host("game.example").issue();
        TLSOptions trusting = TLSOptions.client(selfSigned.pem());
        accepts(selfSigned, trusting.pins(List.of(selfSigned.pin())));
        assertEquals(Reason.TLS_PIN_MISMATCH, refuses(selfSigned, trusting.pins(List.of(ROOT.pin()))).reason());
    }

    @Test
    void whereNothingElseIsCheckedTheServersOwnKeyCounts() throws Exception {
        accepts(HOST, TLSOptions.clientUnsafe().pins(List.of(HOST.pin())));
        assertEquals(Reason.TLS_PIN_MISMATCH,
                refuses(HOST, TLSOptions.clientUnsafe().pins(List.of(BETWEEN.pin()))).reason());
    }
}
