package io.github.pollhttp.jvm.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Adapts a {@link Check} to JSSE's trust manager. It supports only what JSSE calls for an {@link SSLEngine} in client mode, and does not know the
 * {@code TLSOptions}.
 */
final class ServerTrust extends X509ExtendedTrustManager {
    private final Check check;

    /** A check of the server's certificate. */
    interface Check {
        /**
         * Called in the handshake, on a thread of {@link TlsThreads}, so it may block.
         *
         * @param chain       the certificates as the server sent them, its own first
         * @param keyExchange JSSE's name of the key exchange algorithm
         * @param engine      the engine of the handshake
         * @throws GeneralSecurityException if the certificate is not acceptable
         */
        void check(X509Certificate[] chain, String keyExchange, SSLEngine engine) throws GeneralSecurityException;
    }

    ServerTrust(Check check) {
        this.check = check;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        try {
            check.check(chain, keyExchange, engine);
        } catch (CertificateException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new CertificateException(e);
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0]; // only servers send the list of accepted issuers to the peer
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, Socket socket) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, Socket socket) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange) {
        throw new UnsupportedOperationException();
    }
}
