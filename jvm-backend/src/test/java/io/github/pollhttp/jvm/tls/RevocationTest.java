package io.github.pollhttp.jvm.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.jvm.tls.Handshakes.assertAccepted;
import static io.github.pollhttp.jvm.tls.Handshakes.assertFails;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.TLSOptions.Revocation;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.jvm.testing.RawServer;

/** Revoked certificates, and certificates whose revocation status is unknown. */
@Timeout(60)
class RevocationTest {
    private static final String STAPLING = "jdk.tls.server.enableStatusRequestExtension";
    private static final Identity ROOT = Issuing.root("Root of the tests");
    private static final TLSOptions STAPLED = TLSOptions.client(ROOT.pem());
    private static final TLSOptions SOFT = STAPLED.revocation(Revocation.SOFT_FAIL);
    private static final TLSOptions HARD = SOFT.revocation(Revocation.HARD_FAIL);
    private static final TLSOptions UNCHECKED = SOFT.revocation(Revocation.UNCHECKED);

    private static RawServer serve(Identity identity) throws Exception {
        return new RawServer(TlsConversation.by(identity, RawServer::awaitEnd));
    }

    private static Identity certificate(String responder) {
        return Issuing.host("game.example").responder(responder).by(ROOT).issue();
    }

    @Test
    void certificateWithStatusGoodIsAccepted() throws Exception {
        try (OcspResponder responder = new OcspResponder(ROOT)) {
            assertAccepted(certificate(responder.url()), SOFT);
            assertAccepted(certificate(responder.url()), HARD);
            assertEquals(2, responder.requests());
        }
    }

    @Test
    void revokedCertificateFails() throws Exception {
        try (OcspResponder responder = new OcspResponder(ROOT)) {
            Identity revoked = certificate(responder.url());
            responder.revoke(revoked);
            for (TLSOptions options : List.of(SOFT, HARD,
                    TLSOptions.clientUnsafe(ROOT.pem()).revocation(Revocation.SOFT_FAIL))) {
                Failure failure = assertFails(revoked, options);
                assertEquals(Reason.TLS_REVOKED, failure.reason(), failure.message());
            }
        }
    }

    @Test
    void defaultAsksNoResponder() throws Exception {
        try (OcspResponder responder = new OcspResponder(ROOT)) {
            assertAccepted(certificate(responder.url()), STAPLED);
            assertEquals(0, responder.requests());
        }
    }

    private static Failure handshakeThroughProxy(RawServer server, TLSOptions options) throws Exception {
        return Handshakes.finish(
                Handshakes.begin(new Endpoint(true, "game.example", 443), Handshakes.stream(server), options, false),
                new StreamPeer[1]);
    }

    @Test
    void noResponderIsAskedIfAProxyIsSet() throws Exception {
        try (OcspResponder responder = new OcspResponder(ROOT);
                RawServer server = serve(certificate(responder.url()))) {
            assertNull(handshakeThroughProxy(server, SOFT));
            Failure failure = handshakeThroughProxy(server, HARD);
            assertEquals(Reason.TLS_UNTRUSTED, failure.reason());
            assertTrue(failure.message().contains("proxy"), failure.message());
            assertEquals(0, responder.requests());
        }
    }

    @Test
    void stapledResponseIsEnoughIfAProxyIsSet() throws Exception {
        try (OcspResponder responder = new OcspResponder(ROOT);
                RawServer server = serveStapled(certificate(responder.url()))) {
            assertNull(handshakeThroughProxy(server, HARD));
            assertEquals(1, responder.requests(), "only the server has asked");
        }
    }

    @Test
    void uncheckedRevocationAsksNoResponder() throws Exception {
        try (OcspResponder responder = new OcspResponder(ROOT)) {
            Identity revoked = certificate(responder.url());
            responder.revoke(revoked);
            assertAccepted(revoked, UNCHECKED);
            assertAccepted(revoked, TLSOptions.clientUnsafe());
            assertEquals(0, responder.requests());
        }
    }

    private static void assertFailsOnlyWithHardFail(Identity identity) throws Exception {
        assertAccepted(identity, SOFT);
        Failure failure = assertFails(identity, HARD);
        assertEquals(Reason.TLS_UNTRUSTED, failure.reason());
        assertTrue(failure.message().contains("revocation status"), failure.message());
    }

    @Test
    void unreachableResponderFailsOnlyWithHardFail() throws Exception {
        try (OcspResponder responder = new OcspResponder(ROOT)) {
            responder.stop();
            assertFailsOnlyWithHardFail(certificate(responder.url()));
        }
    }

    @Test
    void softFailAcceptsACertificateWhoseResponderNeverAnswers() throws Exception {
        try (RawServer silent = new RawServer(RawServer::awaitEnd)) {
            assertAccepted(certificate("http://127.0.0.1:" + silent.port() + "/"), SOFT);
            assertEquals(1, silent.connections());
        }
    }

    @Test
    void certificateWithoutAResponderFailsOnlyWithHardFail() throws Exception {
        assertFailsOnlyWithHardFail(Issuing.host("game.example").by(ROOT).issue());
    }

    @Test
    void ocspResponseOfAnotherIssuerIsIgnored() throws Exception {
        try (OcspResponder other = new OcspResponder(Issuing.root("Another root"))) {
            assertFailsOnlyWithHardFail(certificate(other.url()));
        }
    }

    @Test
    void revokedIntermediateFailsOnlyWithHardFail() throws Exception {
        try (OcspResponder responder = new OcspResponder(ROOT)) {
            Identity intermediate = Issuing.certificate("Intermediate").authority().responder(responder.url()).by(ROOT)
                    .issue();
            responder.revoke(intermediate);
            try (OcspResponder lower = new OcspResponder(intermediate)) {
                Identity host = Issuing.host("game.example").responder(lower.url()).by(intermediate).issue();
                assertAccepted(host, SOFT);
                assertEquals(Reason.TLS_REVOKED, assertFails(host, HARD).reason());
            }
        }
    }

    @Test
    void certificateThatIsItselfTrustedIsNotCheckedForRevocation() throws Exception {
        Identity own = Issuing.host("game.example").issue();
        assertAccepted(own, TLSOptions.client(own.pem()).revocation(Revocation.HARD_FAIL));
    }

    /** @return a server that staples OCSP responses: it asks the responder once and sends the response in each handshake */
    private static RawServer serveStapled(Identity identity) throws Exception {
        System.setProperty(STAPLING, "true");
        try {
            // The JDK's server staples only if the chain has the issuer's certificate.
            return serve(identity.with(ROOT.certificate()));
        } finally {
            System.clearProperty(STAPLING);
        }
    }

    @Test
    void stapledResponseIsUsedAndTheResponderIsNotAsked() throws Exception {
        try (OcspResponder responder = new OcspResponder(ROOT);
                RawServer server = serveStapled(certificate(responder.url()))) {
            Handshakes.succeed("game.example", server, SOFT).close();
            assertEquals(1, responder.requests());
            responder.stop();
            Handshakes.succeed("game.example", server, HARD).close();
        }
    }

    @Test
    void stapledRevocationFailsEvenIfTheResponderIsUnreachable() throws Exception {
        try (OcspResponder responder = new OcspResponder(ROOT)) {
            Identity revoked = certificate(responder.url());
            responder.revoke(revoked);
            try (RawServer server = serveStapled(revoked)) {
                assertEquals(Reason.TLS_REVOKED, Handshakes.fail("game.example", server, SOFT).reason());
                assertEquals(Reason.TLS_REVOKED, Handshakes.fail("game.example", server, STAPLED).reason());
                assertEquals(Reason.TLS_REVOKED, handshakeThroughProxy(server, SOFT).reason());
                responder.stop();
                assertEquals(Reason.TLS_REVOKED, Handshakes.fail("game.example", server, SOFT).reason());
            }
        }
    }
}
