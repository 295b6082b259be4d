package io.github.pollhttp.jvm.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

import io.github.pollhttp.Failure.Reason;

/** Public keys of which a chain must have one (RFC 7469 section 2.4). */
record PublicKeyPins(List<String> pins) {

    /** @param chain what was verified, not what the peer sent: anyone may send someone else's certificate along */
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
                "no certificate has one of the pinned public keys, and the server's is " + pinOf(chain.get(0))
                        + "; if the server has a new key, pin it, else someone is in between",
                null);
    }

    private static String pinOf(X509Certificate certificate) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded());
        return "sha256/" + Base64.getEncoder().encodeToString(hash);
    }
}
