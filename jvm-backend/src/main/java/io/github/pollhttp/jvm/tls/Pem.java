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

/** Certificates and keys as text (RFC 7468). Whatever is between the blocks is a comment. */
final class Pem {
    private static final Pattern BLOCK = Pattern
            .compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private Pem() {}

    /** @throws CertificateException with a sentence that goes on from "the trusted chain" or the like */
    static List<X509Certificate> certificates(String text) throws CertificateException {
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1).equals("CERTIFICATE")) {
                certificates.add(certificate(decode(block)));
            }
        }
        if (certificates.isEmpty()) {
            throw new CertificateException("has no readable block BEGIN CERTIFICATE");
        }
        return certificates;
    }

    private static X509Certificate certificate(byte[] encoded) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(encoded));
    }

    /** @param algorithm that of the certificate's key, for PKCS #8 is read by the algorithm's own factory */
    static PrivateKey privateKey(String text, String algorithm) throws GeneralSecurityException {
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            throw new CertificateException("has no readable block BEGIN PRIVATE KEY");
        }
        if (!block.group(1).equals("PRIVATE KEY")) {
            throw new CertificateException("is a block " + block.group(1)
                    + ", not PRIVATE KEY; convert it with: openssl pkcs8 -topk8 -nocrypt");
        }
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(decode(block)));
    }

    private static byte[] decode(Matcher block) throws CertificateException {
        try {
            return Base64.getDecoder().decode(block.group(2).replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new CertificateException("has a block that is not base64", e);
        }
    }
}
