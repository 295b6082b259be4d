package io.github.pollhttp.jvm.tls;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues certificates for tests. By default a certificate is self-signed, valid for a day, and has a P-256 key. */
public final class Issuing {
    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final String commonName;
    private final List<GeneralName> names = new ArrayList<>();
    private Identity issuer;
    private KeyPair keys;
    private boolean authority;
    private Instant from = Instant.now().minus(Duration.ofDays(1));
    private Instant until = Instant.now().plus(Duration.ofDays(1));
    private String signature;
    private String responder;

    private Issuing(String commonName) {
        this.commonName = commonName;
    }

    static Issuing certificate(String commonName) {
        return new Issuing(commonName);
    }

    /** @return a certificate for a DNS name */
    public static Issuing host(String name) {
        return new Issuing(name).name(name);
    }

    /** @return a self-signed root that can issue certificates */
    static Identity root(String commonName) {
        return new Issuing(commonName).authority().issue();
    }

    Issuing authority() {
        authority = true;
        return this;
    }

    Issuing name(String name) {
        names.add(new GeneralName(GeneralName.dNSName, name));
        return this;
    }

    Issuing address(String address) {
        names.add(new GeneralName(GeneralName.iPAddress, address));
        return this;
    }

    Issuing by(Identity signer) {
        issuer = signer;
        return this;
    }

    /** Sets the validity period, in days from now. */
    Issuing valid(int fromDay, int untilDay) {
        from = Instant.now().plus(Duration.ofDays(fromDay));
        until = Instant.now().plus(Duration.ofDays(untilDay));
        return this;
    }

    Issuing rsa(int bits) {
        keys = keys("RSA", bits);
        return this;
    }

    Issuing signedWith(String algorithm) {
        signature = algorithm;
        return this;
    }

    /** Sets the URL of the OCSP responder. */
    Issuing responder(String url) {
        responder = url;
        return this;
    }

    public Identity issue() {
        KeyPair own = keys == null ? keys("EC", 256) : keys;
        KeyPair signing = issuer == null ? own : issuer.keys();
        X500Name subject = new X500Name("CN=" + commonName);
        X500Name signer = issuer == null ? subject : name(issuer.certificate());
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(signer,
                    BigInteger.valueOf(SERIAL.getAndIncrement()), Date.from(from), Date.from(until), subject,
                    own.getPublic());
            addExtensions(builder);
            X509CertificateHolder holder = builder.build(signer(signing));
            List<X509Certificate> chain = new ArrayList<>();
            chain.add(new JcaX509CertificateConverter().getCertificate(holder));
            if (issuer != null && !isRoot(issuer)) {
                chain.addAll(issuer.chain());
            }
            return new Identity(own, chain);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void addExtensions(X509v3CertificateBuilder builder) throws Exception {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (!names.isEmpty()) {
            builder.addExtension(Extension.subjectAlternativeName, false,
                    new GeneralNames(names.toArray(new GeneralName[0])));
        }
        if (responder != null) {
            builder.addExtension(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(
                    AccessDescription.id_ad_ocsp, new GeneralName(GeneralName.uniformResourceIdentifier, responder)));
        }
    }

    private ContentSigner signer(KeyPair signing) throws Exception {
        String algorithm = signature != null ? signature : defaultSignature(signing);
        return new JcaContentSignerBuilder(algorithm).build(signing.getPrivate());
    }

    static String defaultSignature(KeyPair signing) {
        return signing.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }

    private static boolean isRoot(Identity identity) {
        X509Certificate certificate = identity.certificate();
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static X500Name name(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private static KeyPair keys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
