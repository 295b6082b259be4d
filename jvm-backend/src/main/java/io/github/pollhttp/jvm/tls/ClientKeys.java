package io.github.pollhttp.jvm.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.TLSOptions;

/** Makes the JSSE key manager with the client certificate of the {@link TLSOptions}. It does not know the server that requests the certificate. */
final class ClientKeys {
    private static final char[] NO_PASSWORD = {};

    private ClientKeys() {}

    /**
     * @return the key manager of the client certificate, or an empty array if the options have none
     * @throws CertificateFailure if the certificate or its key is not readable
     */
    static KeyManager[] of(TLSOptions options) throws GeneralSecurityException {
        if (options.getClientCertificateChain() == null) {
            return new KeyManager[0];
        }
        List<X509Certificate> chain;
        try {
            chain = Pem.certificates(options.getClientCertificateChain());
        } catch (GeneralSecurityException e) {
            throw unreadable("client certificate", e, "Pass one or more BEGIN CERTIFICATE blocks.");
        }
        try {
            PrivateKey key = Pem.privateKey(options.getClientPrivateKey(), chain.get(0).getPublicKey().getAlgorithm());
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("client", key, NO_PASSWORD, chain.toArray(new X509Certificate[0]));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw unreadable("client's private key", e,
                    "Pass an RSA or EC key as an unencrypted BEGIN PRIVATE KEY block"
                            + " (PKCS #8); convert other formats with: openssl pkcs8 -topk8 -nocrypt");
        }
    }

    private static CertificateFailure unreadable(String what, Exception cause, String advice) {
        return new CertificateFailure(Reason.TLS_PROTOCOL,
                "the " + what + " in TLSOptions is not readable as PEM (" + cause.getMessage() + "). " + advice, cause);
    }
}
