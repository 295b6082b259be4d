package io.github.pollhttp.jvm.tls;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads certificates and private keys from PEM text (RFC 7468) and ignores text between the blocks. It does not know what a certificate or a key is
 * used for: callers add that to the message of the exception.
 */
final class Pem {
    private static final Pattern BLOCK = Pattern
            .compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private Pem() {}

    /**
     * @param text PEM text; blocks of other types are skipped
     * @return the certificates in the order of the text, at least one
     * @throws CertificateException if there is no certificate or one is not readable; the message is a phrase that the caller puts into brackets
     */
    static List<X509Certificate> certificates(String text) throws CertificateException {
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1).equals("CERTIFICATE")) {
                certificates.add(certificate(decode(block)));
            }
        }
        if (certificates.isEmpty()) {
            throw new CertificateException("there is no BEGIN CERTIFICATE block");
        }
        return certificates;
    }

    private static X509Certificate certificate(byte[] encoded) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(encoded));
    }

    /**
     * @param text      PEM text whose first block is the key
     * @param algorithm algorithm of the certificate's public key; the JCA reads PKCS #8 with the key factory of one algorithm
     * @throws GeneralSecurityException if the block is missing, of another type, or not readable with that algorithm
     */
    static PrivateKey privateKey(String text, String algorithm) throws GeneralSecurityException {
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            throw new CertificateException("there is no BEGIN PRIVATE KEY block");
        }
        if (!block.group(1).equals("PRIVATE KEY")) {
            throw new CertificateException("the first block is BEGIN " + block.group(1) + ", not BEGIN PRIVATE KEY");
        }
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(decode(block)));
    }

    private static byte[] decode(Matcher block) throws CertificateException {
        try {
            return Base64.getDecoder().decode(block.group(2).replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new CertificateException("a block is not valid Base64", e);
        }
    }
}
