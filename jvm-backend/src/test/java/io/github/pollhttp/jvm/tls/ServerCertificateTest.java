package io.github.pollhttp.jvm.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.jvm.testing.RawServer;

/** Server certificates: which are accepted for which host, and the failures of the others. */
@Timeout(30)
class ServerCertificateTest {
    private static final Identity ROOT = Issuing.root("Root of the tests");
    private static final Identity OTHER_ROOT = Issuing.root("Another root");
    private static final Identity INTERMEDIATE = Issuing.certificate("Intermediate").authority().by(ROOT).issue();
    private static final TLSOptions TRUSTING = TLSOptions.client(ROOT.pem());

    private static RawServer serve(Identity identity) throws Exception {
        return new RawServer(TlsConversation.by(identity, RawServer::awaitEnd));
    }

    private static void assertAccepted(Identity identity, String host, TLSOptions options) throws Exception {
        try (RawServer server = serve(identity)) {
            Handshakes.succeed(host, server, options).close();
        }
    }

    private static Failure assertFails(Identity identity, String host, TLSOptions options) throws Exception {
        try (RawServer server = serve(identity)) {
            Failure failure = Handshakes.fail(host, server, options);
            assertEquals(Phase.TLS, failure.phase());
            assertTrue(failure.message().startsWith("https://"), failure.message());
            return failure;
        }
    }

    private static void assertFails(Reason reason, Identity identity, String host, TLSOptions options)
            throws Exception {
        Failure failure = assertFails(identity, host, options);
        assertEquals(reason, failure.reason(), failure.message());
    }

    // Dates

    @Test
    void expiredCertificateFails() throws Exception {
        assertFails(Reason.TLS_EXPIRED, Issuing.host("game.example").by(ROOT).valid(-9, -1).issue(), "game.example",
                TRUSTING);
    }

    @Test
    void certificateThatIsNotYetValidFails() throws Exception {
        assertFails(Reason.TLS_EXPIRED, Issuing.host("game.example").by(ROOT).valid(1, 9).issue(), "game.example",
                TRUSTING);
    }

    @Test
    void expiredIntermediateCertificateFails() throws Exception {
        Identity intermediate = Issuing.certificate("Old").authority().by(ROOT).valid(-9, -1).issue();
        assertFails(Reason.TLS_EXPIRED, Issuing.host("game.example").by(intermediate).issue(), "game.example",
                TRUSTING);
    }

    @Test
    void expiredCertificateFailsEvenIfItIsItselfTrusted() throws Exception {
        Identity old = Issuing.host("game.example").valid(-9, -1).issue();
        assertFails(Reason.TLS_EXPIRED, old, "game.example", TLSOptions.client(old.pem()));
    }

    // Chains

    @Test
    void certificateIssuedByATrustedRootIsAccepted() throws Exception {
        assertAccepted(Issuing.host("game.example").by(ROOT).issue(), "game.example", TRUSTING);
        assertAccepted(Issuing.host("game.example").by(INTERMEDIATE).issue(), "game.example", TRUSTING);
        assertAccepted(Issuing.host("game.example").by(INTERMEDIATE).issue(), "game.example",
                TRUSTING.onlyTrustedChain());
    }

    @Test
    void selfSignedCertificateIsAcceptedOnlyIfItIsTrusted() throws Exception {
        Identity selfSigned = Issuing.host("game.example").issue();
        assertFails(Reason.TLS_UNTRUSTED, selfSigned, "game.example", TLSOptions.client());
        assertFails(Reason.TLS_UNTRUSTED, selfSigned, "game.example", TRUSTING);
        assertAccepted(selfSigned, "game.example", TLSOptions.client(selfSigned.pem()));
    }

    @Test
    void certificateOfAnUntrustedRootFails() throws Exception {
        Identity other = Issuing.host("game.example").by(OTHER_ROOT).issue();
        assertFails(Reason.TLS_UNTRUSTED, other, "game.example", TRUSTING);
        assertFails(Reason.TLS_UNTRUSTED, other, "game.example", TRUSTING.onlyTrustedChain());
        assertFails(Reason.TLS_UNTRUSTED, other, "game.example", null);
    }

    @Test
    void chainWithoutItsIntermediateFailsUnlessThatIsTrusted() throws Exception {
        Identity incomplete = Issuing.host("game.example").by(INTERMEDIATE).issue().alone();
        Failure failure = assertFails(incomplete, "game.example", TRUSTING);
        assertEquals(Reason.TLS_UNTRUSTED, failure.reason());
        assertTrue(failure.message().contains("intermediate"), failure.message());
        assertAccepted(incomplete, "game.example", TLSOptions.client(INTERMEDIATE.chainPem() + ROOT.pem()));
    }

    @Test
    void certificateIssuedByAHostCertificateFails() throws Exception {
        Identity host = Issuing.host("elsewhere.example").by(ROOT).issue();
        assertFails(Reason.TLS_UNTRUSTED, Issuing.host("game.example").by(host).issue(), "game.example", TRUSTING);
    }

    @Test
    void keyThatIsTooShortFails() throws Exception {
        Identity weak = Issuing.host("game.example").by(ROOT).rsa(768).issue();
        Failure failure = assertFails(weak, "game.example", TRUSTING);
        assertEquals(Reason.TLS_UNTRUSTED, failure.reason(), failure.message());
        assertTrue(failure.message().contains("too weak"), failure.message());
    }

    @Test
    void weakSignatureAlgorithmFails() throws Exception {
        Identity root = Issuing.certificate("RSA root").authority().rsa(2048).issue();
        Identity weak = Issuing.host("game.example").by(root).signedWith("MD5withRSA").issue();
        Failure failure = assertFails(weak, "game.example", TLSOptions.client(root.pem()));
        assertEquals(Reason.TLS_UNTRUSTED, failure.reason(), failure.message());
        assertTrue(failure.message().contains("too weak"), failure.message());
    }

    // Names

    @Test
    void certificateForAnotherHostFails() throws Exception {
        Identity other = Issuing.host("other.example").by(ROOT).issue();
        Failure failure = assertFails(other, "game.example", TRUSTING);
        assertEquals(Reason.TLS_WRONG_HOST, failure.reason());
        assertTrue(failure.message().contains("is for other.example, not for game.example"), failure.message());
    }

    @Test
    void wildcardMatchesExactlyOneLabel() throws Exception {
        Identity wildcard = Issuing.host("*.game.example").by(ROOT).issue();
        assertAccepted(wildcard, "eu.game.example", TRUSTING);
        assertAccepted(wildcard, "EU.Game.Example", TRUSTING);
        assertFails(Reason.TLS_WRONG_HOST, wildcard, "game.example", TRUSTING);
        assertFails(Reason.TLS_WRONG_HOST, wildcard, "one.eu.game.example", TRUSTING);
    }

    @Test
    void wildcardWithinALabelMatchesNoHost() throws Exception {
        assertFails(Reason.TLS_WRONG_HOST, Issuing.host("eu*.game.example").by(ROOT).issue(), "eu1.game.example",
                TRUSTING);
    }

    @Test
    void ipAddressMatchesAnAddressAndNotADnsName() throws Exception {
        assertAccepted(Issuing.certificate("server").address("127.0.0.1").by(ROOT).issue(), "127.0.0.1", TRUSTING);
        assertAccepted(Issuing.certificate("server").address("::1").by(ROOT).issue(), "::1", TRUSTING);
        assertFails(Reason.TLS_WRONG_HOST, Issuing.certificate("server").address("127.0.0.2").by(ROOT).issue(),
                "127.0.0.1", TRUSTING);
        assertFails(Reason.TLS_WRONG_HOST, Issuing.host("127.0.0.1").by(ROOT).issue(), "127.0.0.1", TRUSTING);
    }

    @Test
    void unicodeNameAndFinalDotMatchTheAsciiName() throws Exception {
        assertAccepted(Issuing.host("xn--bcher-kva.example").by(ROOT).issue(), "b\u00fccher.example", TRUSTING);
        assertAccepted(Issuing.host("game.example").by(ROOT).issue(), "game.example.", TRUSTING);
    }

    @Test
    void commonNameAloneFails() throws Exception {
        Failure failure = assertFails(Issuing.certificate("game.example").by(ROOT).issue(), "game.example", TRUSTING);
        assertEquals(Reason.TLS_WRONG_HOST, failure.reason());
        assertTrue(failure.message().contains("subject alternative names"), failure.message());
    }

    @Test
    void commonNameOverrideReplacesTheHost() throws Exception {
        TLSOptions options = TLSOptions.client(ROOT.pem(), "other.example");
        assertAccepted(Issuing.host("other.example").by(ROOT).issue(), "game.example", options);
        assertAccepted(Issuing.certificate("other.example").by(ROOT).issue(), "game.example", options);
        assertFails(Reason.TLS_WRONG_HOST, Issuing.host("game.example").by(ROOT).issue(), "game.example", options);
        assertFails(Reason.TLS_WRONG_HOST, Issuing.certificate("other.example").name("game.example").by(ROOT).issue(),
                "game.example", options);
    }

    // Unsafe options

    @Test
    void unsafeOptionsAcceptAnyCertificate() throws Exception {
        assertAccepted(Issuing.host("other.example").valid(-9, -1).issue(), "game.example", TLSOptions.clientUnsafe());
    }

    @Test
    void unsafeOptionsWithAChainCheckTheChainButNotTheName() throws Exception {
        TLSOptions options = TLSOptions.clientUnsafe(ROOT.pem());
        assertAccepted(Issuing.host("other.example").by(ROOT).issue(), "game.example", options);
        assertFails(Reason.TLS_UNTRUSTED, Issuing.host("game.example").by(OTHER_ROOT).issue(), "game.example", options);
        assertFails(Reason.TLS_EXPIRED, Issuing.host("game.example").by(ROOT).valid(-9, -1).issue(), "game.example",
                options);
    }

    // PEM

    @Test
    void unreadableTrustedChainFailsAndTheMessageSaysSo() throws Exception {
        Identity server = Issuing.host("game.example").by(ROOT).issue();
        for (String pem : List.of("", "no certificate", ROOT.pem().replace("MII", "M*I"),
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")) {
            Failure failure = assertFails(server, "game.example", TLSOptions.client(pem));
            assertEquals(Reason.TLS_UNTRUSTED, failure.reason());
            assertTrue(failure.message().contains("not readable as PEM"), failure.message());
        }
    }

    @Test
    void textBetweenCertificatesIsIgnored() throws Exception {
        String pem = "Our other root:\n" + OTHER_ROOT.pem() + "\nOur root:\r\n" + ROOT.pem().replace("\n", "\r\n");
        assertAccepted(Issuing.host("game.example").by(ROOT).issue(), "game.example", TLSOptions.client(pem));
    }
}
