package io.github.pollhttp.jvm.tls;

import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.X509Certificate;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

import io.github.pollhttp.jvm.testing.RawServer;

/** A server's side of a TLS connection: the handshake, then a conversation over the encrypted socket. */
public final class TlsConversation implements RawServer.Conversation {
    /** The JDK's, also while a test replaces that of the client. */
    private static final String PROVIDER = "SunJSSE";
    private static final char[] PASSWORD = {};

    private final SSLContext context;
    private final OverTls conversation;
    private SSLParameters parameters = new SSLParameters();

    /** A conversation over TLS. When it returns, the connection is closed with close_notify. */
    public interface OverTls {
        void with(SSLSocket socket) throws Exception;
    }

    private TlsConversation(SSLContext context, OverTls conversation) {
        this.context = context;
        this.conversation = conversation;
    }

    public static TlsConversation by(Identity identity, OverTls conversation) throws Exception {
        return new TlsConversation(context(identity, null), conversation);
    }

    /** @return a conversation that requires a client certificate issued by {@code clients} */
    static TlsConversation requiringClientCertificate(Identity clients, Identity identity, OverTls conversation)
            throws Exception {
        TlsConversation requiring = new TlsConversation(context(identity, clients), conversation);
        requiring.parameters.setNeedClientAuth(true);
        return requiring;
    }

    static SSLContext context(Identity identity, Identity clients) throws Exception {
        KeyStore store = store();
        store.setKeyEntry("server", identity.privateKey(), PASSWORD, identity.chain().toArray(new X509Certificate[0]));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm(), PROVIDER);
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS", PROVIDER);
        context.init(keys.getKeyManagers(), clients == null ? new TrustManager[0] : trusting(clients), null);
        return context;
    }

    private static TrustManager[] trusting(Identity clients) throws Exception {
        KeyStore store = store();
        store.setCertificateEntry("clients", clients.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX", PROVIDER);
        trust.init(store);
        return trust.getTrustManagers();
    }

    /** A JKS store, because it does not validate the chain, so that tests can present invalid ones. */
    private static KeyStore store() throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        return store;
    }

    TlsConversation withProtocols(String... protocols) {
        parameters.setProtocols(protocols);
        return this;
    }

    TlsConversation withAlpn(String... applicationProtocols) {
        parameters.setApplicationProtocols(applicationProtocols);
        return this;
    }

    @Override
    public void with(Socket socket) throws Exception {
        try (SSLSocket tlsSocket = accept(socket)) {
            tlsSocket.startHandshake();
            conversation.with(tlsSocket);
        }
    }

    private SSLSocket accept(Socket socket) throws Exception {
        SSLSocket tlsSocket = (SSLSocket) context.getSocketFactory()
                .createSocket(socket, null, socket.getPort(), false); // the caller closes the socket
        tlsSocket.setUseClientMode(false);
        tlsSocket.setSSLParameters(parameters);
        return tlsSocket;
    }
}
