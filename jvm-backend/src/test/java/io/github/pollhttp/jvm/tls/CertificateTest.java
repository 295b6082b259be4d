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
import io.github.pollhttp.jvm.RawServer;

/** Which certificates are accepted, for whom, and what is said about the others. */
@Timeout(30)
class CertificateTest {
    private static final Identity ROOT = Issuing.root("Root of the tests");
    private static final Identity OTHER_ROOT = Issuing.root("Another root");
    private static final Identity BETWEEN = Issuing.certificate("Between").authority().by(ROOT).issue();
    private static final TLSOptions TRUSTING = TLSOptions.client(ROOT.pem());

    private static RawServer serve(Identity identity) throws Exception {
        return new RawServer(TlsConversation.by(identity, RawServer::awaitEnd));
    }

    private static void accepts(Identity identity, String host, TLSOptions options) throws Exception {
        try (RawServer server = serve(identity)) {
            Handshakes.succeed(host, server, options).close();
        }
    }

    private static Failure refuses(Identity identity, String host, TLSOptions options) throws Exception {
        try (RawServer server = serve(identity)) {
            Failure failure = Handshakes.fail(host, server, options);
            assertEquals(Phase.TLS, failure.phase());
            assertTrue(failure.message().startsWith("https://"), failure.message());
            return failure;
        }
    }

    private static void refuses(Reason reason, Identity identity, String host, TLSOptions options) throws Exception {
        Failure failure = refuses(identity, host, options);
        assertEquals(reason, failure.reason(), failure.message());
    }

    // Dates

    @Test
    void aCertificateThatHasExpiredIsRefused() throws Exception {
        refuses(Reason.TLS_EXPIRED, Issuing.host("game.example").by(ROOT).valid(-9, -1).issue(), "game.example",
                TRUSTING);
    }

    @Test
    void aCertificateThatIsNotValidYetIsRefused() throws Exception {
        refuses(Reason.TLS_EXPIRED, Issuing.host("game.example").by(ROOT).valid(1, 9).issue(), "game.example",
                TRUSTING);
    }

    @Test
    void anExpiredCertificateBetweenIsRefused() throws Exception {
        Identity between = Issuing.certificate("Old").authority().by(ROOT).valid(-9, -1).issue();
        refuses(Reason.TLS_EXPIRED, Issuing.host("game.example").by(between).issue(), "game.example", TRUSTING);
    }

    @Test
    void aCertificateThatIsItselfTrustedMayExpireToo() throws Exception {
        Identity old = Issuing.host("game.example").valid(-9, -1).issue();
        refuses(Reason.TLS_EXPIRED, old, "game.example", TLSOptions.client(old.pem()));
    }

    // Chains

    @Test
    void aCertificateOfATrustedRootIsAccepted() throws Exception {
        accepts(Issuing.host("game.example").by(ROOT).issue(), "game.example", TRUSTING);
        accepts(Issuing.host("game.example").by(BETWEEN).issue(), "game.example", TRUSTING);
        accepts(Issuing.host("game.example").by(BETWEEN).issue(), "game.example", TRUSTING.onlyTrustedChain());
    }

    @Test
    void aSelfSignedCertificateIsAcceptedOnlyIfItIsTrusted() throws Exception {
        Identity selfSigned = Issuing.host("game.example").issue();
        refuses(Reason.TLS_UNTRUSTED, selfSigned, "game.example", TLSOptions.client());
        refuses(Reason.TLS_UNTRUSTED, selfSigned, "game.example", TRUSTING);
        accepts(selfSigned, "game.example", TLSOptions.client(selfSigned.pem()));
    }

    @Test
    void aRootThatIsNotTrustedIsRefused() throws Exception {
        Identity other = Issuing.host("game.example").by(OTHER_ROOT).issue();
        refuses(Reason.TLS_UNTRUSTED, other, "game.example", TRUSTING);
        refuses(Reason.TLS_UNTRUSTED, other, "game.example", TRUSTING.onlyTrustedChain());
        refuses(Reason.TLS_UNTRUSTED, other, "game.example", null);
    }

    @Test
    void aChainWithAMissingCertificateIsRefusedUnlessThatOneIsTrusted() throws Exception {
        Identity incomplete = Issuing.host("game.example").by(BETWEEN).issue().alone();
        Failure failure = refuses(incomplete, "game.example", TRUSTING);
        assertEquals(Reason.TLS_UNTRUSTED, failure.reason());
        assertTrue(failure.message().contains("intermediate"), failure.message());
        accepts(incomplete, "game.example", TLSOptions.client(BETWEEN.chainPem() + ROOT.pem()));
    }

    @Test
    void aHostMayNotIssueCertificates() throws Exception {
        Identity host = Issuing.host("elsewhere.example").by(ROOT).issue();
        refuses(Reason.TLS_UNTRUSTED, Issuing.host("game.example").by(host).issue(), "game.example", TRUSTING);
    }

    @Test
    void aKeyThatIsTooShortIsRefused() throws Exception {
        Identity weak = Issuing.host("game.example").by(ROOT).rsa(768).issue();
        Failure failure = refuses(weak, "game.example", TRUSTING);
        assertEquals(Reason.TLS_UNTRUSTED, failure.reason(), failure.message());
        assertTrue(failure.message().contains("too weak"), failure.message());
    }

    @Test
    void aSignatureThatCanBeForgedIsRefused() throws Exception {
        Identity root = Issuing.certificate("RSA root").authority().rsa(2048).issue();
        Identity weak = Issuing.host("game.example").by(root).signedWith("MD5withRSA").issue();
        Failure failure = refuses(weak, "game.example", TLSOptions.client(root.pem()));
        assertEquals(Reason.TLS_UNTRUSTED, failure.reason(), failure.message());
        assertTrue(failure.message().contains("too weak"), failure.message());
    }

    // Names

    @Test
    void aCertificateForAnotherHostIsRefused() throws Exception {
        Identity other = Issuing.host("other.example").by(ROOT).issue();
        Failure failure = refuses(other, "game.example", TRUSTING);
        assertEquals(Reason.TLS_WRONG_HOST, failure.reason());
        assertTrue(failure.message().contains("for other.example"), failure.message());
    }

    @Test
    void aWildcardStandsForOneLabel() throws Exception {
        Identity wildcard = Issuing.host("*.game.example").by(ROOT).issue();
        accepts(wildcard, "eu.game.example", TRUSTING);
        accepts(wildcard, "EU.Game.Example", TRUSTING);
        refuses(Reason.TLS_WRONG_HOST, wildcard, "game.example", TRUSTING);
        refuses(Reason.TLS_WRONG_HOST, wildcard, "one.eu.game.example", TRUSTING);
    }

    @Test
    void aWildcardWithinALabelIsNone() throws Exception {
        refuses(Reason.TLS_WRONG_HOST, Issuing.host("eu*.game.example").by(ROOT).issue(), "eu1.game.example",
                TRUSTING);
    }

    @Test
    void anAddressIsAcceptedAsAnAddressAndNotAsAName() throws Exception {
        accepts(Issuing.certificate("server").address("127.0.0.1").by(ROOT).issue(), "127.0.0.1", TRUSTING);
        accepts(Issuing.certificate("server").address("::1").by(ROOT).issue(), "::1", TRUSTING);
        refuses(Reason.TLS_WRONG_HOST, Issuing.certificate("server").address("127.0.0.2").by(ROOT).issue(),
                "127.0.0.1", TRUSTING);
        refuses(Reason.TLS_WRONG_HOST, Issuing.host("127.0.0.1").by(ROOT).issue(), "127.0.0.1", TRUSTING);
    }

    @Test
    void aNameInAnyScriptAndWithAFinalDotIsTheSameName() throws Exception {
        accepts(Issuing.host("xn--bcher-kva.example").by(ROOT).issue(), "b\u00fccher.example", TRUSTING);
        accepts(Issuing.host("game.example").by(ROOT).issue(), "game.example.", TRUSTING);
    }

    @Test
    void aCommonNameAloneIsNoHostsName() throws Exception {
        Failure failure = refuses(Issuing.certificate("game.example").by(ROOT).issue(), "game.example", TRUSTING);
        assertEquals(Reason.TLS_WRONG_HOST, failure.reason());
        assertTrue(failure.message().contains("subject alternative names"), failure.message());
    }

    @Test
    void anotherNameMayBeExpectedAndThenTheHostsIsWrong() throws Exception {
        TLSOptions options = TLSOptions.client(ROOT.pem(), "other.example");
        accepts(Issuing.host("other.example").by(ROOT).issue(), "game.example", options);
        accepts(Issuing.certificate("other.example").by(ROOT).issue(), "game.example", options);
        refuses(Reason.TLS_WRONG_HOST, Issuing.host("game.example").by(ROOT).issue(), "game.example", options);
        refuses(Reason.TLS_WRONG_HOST, Issuing.certificate("other.example").name("game.example").by(ROOT).issue(),
                "game.example", options);
    }

    // Unsafe

    @Test
    void unsafeAcceptsAnything() throws Exception {
        accepts(Issuing.host("other.example").valid(-9, -1).issue(), "game.example", TLSOptions.clientUnsafe());
    }

    @Test
    void unsafeWithAChainChecksTheChainAndNotTheName() throws Exception {
        TLSOptions options = TLSOptions.clientUnsafe(ROOT.pem());
        accepts(Issuing.host("other.example").by(ROOT).issue(), "game.example", options);
        refuses(Reason.TLS_UNTRUSTED, Issuing.host("game.example").by(OTHER_ROOT).issue(), "game.example", options);
        refuses(Reason.TLS_EXPIRED, Issuing.host("game.example").by(ROOT).valid(-9, -1).issue(), "game.example",
                options);
    }

    // PEM

    @Test
    void aTrustedChainThatCannotBeReadIsAFailureThatSaysSo() throws Exception {
        Identity server = Issuing.host("game.example").by(ROOT).issue();
        for (String pem : List.of("", "no certificate", ROOT.pem().replace("MII", "M*I"),
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")) {
            Failure failure = refuses(server, "game.example", TLSOptions.client(pem));
            assertEquals(Reason.TLS_UNTRUSTED, failure.reason());
            assertTrue(failure.message().contains("not readable as PEM"), failure.message());
        }
    }

    @Test
    void textBetweenCertificatesIsAComment() throws Exception {
        String pem = "Our other root:\n" + OTHER_ROOT.pem() + "\nOur root:\r\n" + ROOT.pem().replace("\n", "\r\n");
        accepts(Issuing.host("game.example").by(ROOT).issue(), "game.example", TLSOptions.client(pem));
    }
}
