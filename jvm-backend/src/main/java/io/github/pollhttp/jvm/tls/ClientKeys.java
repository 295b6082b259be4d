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

/** The certificate that a server may ask for. */
final class ClientKeys {
    private static final char[] NO_PASSWORD = {};

    private ClientKeys() {}

    static KeyManager[] of(TLSOptions options) throws GeneralSecurityException {
        if (options.getClientCertificateChain() == null) {
            return new KeyManager[0];
        }
        List<X509Certificate> chain;
        try {
            chain = Pem.certificates(options.getClientCertificateChain());
        } catch (GeneralSecurityException e) {
            throw unreadable("client certificate", e);
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
            throw unreadable("client certificate's private key", e);
        }
    }

    private static CertificateFailure unreadable(String what, Exception cause) {
        return new CertificateFailure(Reason.TLS_PROTOCOL,
                "the " + what + " of the TLSOptions is not readable as PEM: it " + cause.getMessage(), cause);
    }
}
