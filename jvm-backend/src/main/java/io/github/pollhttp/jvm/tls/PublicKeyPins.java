package io.github.pollhttp.jvm.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

import io.github.pollhttp.Failure.Reason;

/**
 * Checks that a certificate chain contains a pinned public key (RFC 7469 section 2.4). It does not verify the chain.
 *
 * @param pins accepted pins, "sha256/" and the Base64 of the SHA-256 of a SubjectPublicKeyInfo; empty accepts every chain
 */
record PublicKeyPins(List<String> pins) {

    /**
     * @param chain the server's certificate first, then the rest of the verified chain; not the certificates as sent, because a server can send
     *              certificates that do not belong to its chain
     * @throws CertificateFailure if no certificate of the chain has a pinned key
     */
    void check(List<X509Certificate> chain) throws CertificateFailure, NoSuchAlgorithmException {
        if (pins.isEmpty()) {
            return;
        }
        for (X509Certificate certificate : chain) {
            if (pins.contains(pinOf(certificate))) {
                return;
            }
        }
        throw new CertificateFailure(Reason.TLS_PIN_MISMATCH,
                "the server's certificate chain has none of the pinned public keys. The pin of its certificate is "
                        + pinOf(chain.get(0))
                        + ": add it to TLSOptions.pins if the server's key has changed; otherwise the connection may be intercepted.",
                null);
    }

    private static String pinOf(X509Certificate certificate) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded());
        return "sha256/" + Base64.getEncoder().encodeToString(hash);
    }
}
