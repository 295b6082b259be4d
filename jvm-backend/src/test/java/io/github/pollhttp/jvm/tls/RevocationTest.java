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
import io.github.pollhttp.TLSOptions.Revocation;
import io.github.pollhttp.jvm.RawServer;

/** Certificates whose issuer has taken them back, and issuers that do not say. */
@Timeout(60)
class RevocationTest {
    private static final String STAPLING = "jdk.tls.server.enableStatusRequestExtension";
    private static final Identity ROOT = Issuing.root("Root of the tests");
    private static final TLSOptions SOFT = TLSOptions.client(ROOT.pem());
    private static final TLSOptions HARD = SOFT.revocation(Revocation.HARD_FAIL);
    private static final TLSOptions UNCHECKED = SOFT.revocation(Revocation.UNCHECKED);

    private static RawServer serve(Identity identity) throws Exception {
        return new RawServer(TlsConversation.by(identity, RawServer::awaitEnd));
    }

    private static Identity certificate(String responder) {
        return Issuing.host("game.example").responder(responder).by(ROOT).issue();
    }

    @Test
    void aCertificateThatTheResponderCallsGoodIsAccepted() throws Exception {
        try (OcspResponder responder = new OcspResponder(ROOT)) {
            accepts(certificate(responder.url()), SOFT);
            accepts(certificate(responder.url()), HARD);
            assertEquals(2, responder.questions());
        }
    }

    @Test
    void aRevokedCertificateIsRefused() throws Exception {
        try (OcspResponder responder = new OcspResponder(ROOT)) {
            Identity revoked = certificate(responder.url());
            responder.revoke(revoked);
            for (TLSOptions options : List.of(SOFT, HARD, TLSOptions.clientUnsafe(ROOT.pem()))) {
                Failure failure = refuses(revoked, options);
                assertEquals(Reason.TLS_REVOKED, failure.reason(), failure.message());
            }
        }
    }

    @Test
    void nobodyIsAskedByWhoDoesNotWantToKnow() throws Exception {
        try (OcspResponder responder = new OcspResponder(ROOT)) {
            Identity revoked = certificate(responder.url());
            responder.revoke(revoked);
            accepts(revoked, UNCHECKED);
            accepts(revoked, TLSOptions.clientUnsafe());
            assertEquals(0, responder.questions());
        }
    }

    private static void isAcceptedSoftlyAndRefusedHard(Identity identity) throws Exception {
        accepts(identity, SOFT);
        Failure failure = refuses(identity, HARD);
        assertEquals(Reason.TLS_UNTRUSTED, failure.reason());
        assertTrue(failure.message().contains("cannot be found out"), failure.message());
    }

    @Test
    void aResponderThatIsGoneIsNoReasonToRefuseUnlessThatIsDemanded() throws Exception {
        try (OcspResponder responder = new OcspResponder(ROOT)) {
            responder.stop();
            isAcceptedSoftlyAndRefusedHard(certificate(responder.url()));
        }
    }

    @Test
    void aResponderThatNeverAnswersDoesNotKeepAPlayerForLong() throws Exception {
        try (RawServer silent = new RawServer(RawServer::awaitEnd)) {
            accepts(certificate("http://127.0.0.1:" + silent.port() + "/"), SOFT);
            assertEquals(1, silent.connections());
        }
    }

    @Test
    void aCertificateWithoutAResponderIsNoReasonToRefuseUnlessThatIsDemanded() throws Exception {
        isAcceptedSoftlyAndRefusedHard(Issuing.host("game.example").by(ROOT).issue());
    }

    @Test
    void anAnswerOfSomeoneElseIsNone() throws Exception {
        try (OcspResponder other = new OcspResponder(Issuing.root("Another root"))) {
            isAcceptedSoftlyAndRefusedHard(certificate(other.url()));
        }
    }

    @Test
    void theWholeChainIsAskedForOnlyIfThatIsDemanded() throws Exception {
        try (OcspResponder responder = new OcspResponder(ROOT)) {
            Identity between = Issuing.certificate("Between").authority().responder(responder.url()).by(ROOT).issue();
            responder.revoke(between);
            try (OcspResponder lower = new OcspResponder(between)) {
                Identity host = Issuing.host("game.example").responder(lower.url()).by(between).issue();
                accepts(host, SOFT);
                assertEquals(Reason.TLS_REVOKED, refuses(host, HARD).reason());
            }
        }
    }

    @Test
    void aCertificateThatIsItselfTrustedNeedsNobodysWord() throws Exception {
        Identity own = Issuing.host("game.example").issue();
        accepts(own, TLSOptions.client(own.pem()).revocation(Revocation.HARD_FAIL));
    }

    /** A server that asks the responder itself, once, and sends the answer along. */
    private static RawServer serveStapled(Identity identity) throws Exception {
        System.setProperty(STAPLING, "true");
        try {
            return serve(identity.with(ROOT.certificate())); // without it the server does not know whom to ask
        } finally {
            System.clearProperty(STAPLING);
        }
    }

    @Test
    void anAnswerThatTheServerSendsAlongIsTakenAndNobodyIsAsked() throws Exception {
        try (OcspResponder responder = new OcspResponder(ROOT);
                RawServer server = serveStapled(certificate(responder.url()))) {
            Handshakes.succeed("game.example", server, SOFT).close();
            assertEquals(1, responder.questions());
            responder.stop();
            Handshakes.succeed("game.example", server, HARD).close();
        }
    }

    @Test
    void aRevocationThatTheServerSendsAlongIsTakenEvenIfNobodyCanBeAsked() throws Exception {
        try (OcspResponder responder = new OcspResponder(ROOT)) {
            Identity revoked = certificate(responder.url());
            responder.revoke(revoked);
            try (RawServer server = serveStapled(revoked)) {
                assertEquals(Reason.TLS_REVOKED, Handshakes.fail("game.example", server, SOFT).reason());
                responder.stop();
                assertEquals(Reason.TLS_REVOKED, Handshakes.fail("game.example", server, SOFT).reason());
            }
        }
    }
}
