package io.github.pollhttp.jvm.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A private key, and the certificates that say whose it is, the key's own first. */
public record Identity(KeyPair keys, List<X509Certificate> chain) {

    X509Certificate certificate() {
        return chain.get(0);
    }

    /** The same without the certificates between its own and the root's: as a server that was set up badly shows it. */
    Identity alone() {
        return new Identity(keys, List.of(certificate()));
    }

    /** The same with certificates behind that have nothing to do with it. */
    Identity with(X509Certificate... others) {
        List<X509Certificate> longer = new ArrayList<>(chain);
        longer.addAll(List.of(others));
        return new Identity(keys, longer);
    }

    PrivateKey privateKey() {
        return keys.getPrivate();
    }

    /** What TLSOptions take: the certificate. */
    public String pem() {
        return pem("CERTIFICATE", encoded(certificate()));
    }

    String chainPem() {
        StringBuilder text = new StringBuilder();
        chain.forEach(each -> text.append(pem("CERTIFICATE", encoded(each))));
        return text.toString();
    }

    String privateKeyPem() {
        return pem("PRIVATE KEY", privateKey().getEncoded());
    }

    String pin() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate().getPublicKey().getEncoded());
            return "sha256/" + Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String pem(String type, byte[] bytes) {
        String base64 = Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(bytes);
        return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
    }
}
