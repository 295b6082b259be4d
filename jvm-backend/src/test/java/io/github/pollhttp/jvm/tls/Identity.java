package io.github.pollhttp.jvm.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.SSLContext;

/**
 * A key pair with its certificate chain.
 *
 * @param keys  the key pair
 * @param chain the key's own certificate first, without the root
 */
public record Identity(KeyPair keys, List<X509Certificate> chain) {

    X509Certificate certificate() {
        return chain.get(0);
    }

    /** @return this identity without its intermediate certificates, as a misconfigured server presents it */
    Identity alone() {
        return new Identity(keys, List.of(certificate()));
    }

    /** @return this identity with unrelated certificates at the end of its chain */
    Identity with(X509Certificate... others) {
        List<X509Certificate> longer = new ArrayList<>(chain);
        longer.addAll(List.of(others));
        return new Identity(keys, longer);
    }

    /** @return a store with the key and the chain, for a server */
    public KeyStore keyStore(char[] password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", privateKey(), password, chain.toArray(new X509Certificate[0]));
        return store;
    }

    /** @return the context of a server that presents this identity */
    public SSLContext serverContext() throws Exception {
        return TlsConversation.context(this, null);
    }

    PrivateKey privateKey() {
        return keys.getPrivate();
    }

    /** @return the certificate as PEM text for {@code TLSOptions} */
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
