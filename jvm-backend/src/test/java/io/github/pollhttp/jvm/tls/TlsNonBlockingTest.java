package io.github.pollhttp.jvm.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.jvm.testing.NonBlockingThread;

/** The caller's thread never blocks on trust stores, keys, certificate checks or OCSP responders. */
@Timeout(60)
class TlsNonBlockingTest {
    private static final Identity ROOT = Issuing.root("Root of the tests");

    private static Status connect(HTTPClient client, RawServer server, TLSOptions options) {
        client.connectToHost("localhost", server.port(), options);
        awaitEndOf(client, Status.STATUS_RESOLVING);
        awaitEndOf(client, Status.STATUS_CONNECTING);
        return client.getStatus();
    }

    private static void awaitEndOf(HTTPClient client, Status status) {
        NonBlockingThread.await(() -> {
            client.poll();
            client.readResponseBodyChunk();
            return client.getStatus() != status;
        });
    }

    private static RawServer serve(Identity identity) throws Exception {
        return new RawServer(TlsConversation.by(identity, socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 65536\r\n\r\n" + "x".repeat(65536));
            RawServer.awaitEnd(socket);
        }));
    }

    @Test
    void silentOcspResponderDoesNotBlockTheCaller() throws Exception {
        try (RawServer responder = new RawServer(RawServer::awaitEnd);
                RawServer server = serve(Issuing.host("localhost").by(ROOT)
                        .responder("http://127.0.0.1:" + responder.port() + "/").issue());
                HTTPClient client = HTTPClient.create()) {
            assertEquals(List.of(), NonBlockingThread.blockingCallsOf(() -> {
                assertEquals(Status.STATUS_CONNECTED, connect(client, server, TLSOptions.client(ROOT.pem())));
                client.request(Method.METHOD_GET, "/", List.of());
                awaitEndOf(client, Status.STATUS_REQUESTING);
                awaitEndOf(client, Status.STATUS_BODY);
                assertEquals(Status.STATUS_CONNECTED, client.getStatus());
            }));
        }
    }

    @Test
    void untrustedCertificateDoesNotBlockTheCaller() throws Exception {
        try (RawServer server = serve(Issuing.host("localhost").issue()); HTTPClient client = HTTPClient.create()) {
            assertEquals(List.of(),
                    NonBlockingThread.blockingCallsOf(() -> assertEquals(Status.STATUS_TLS_HANDSHAKE_ERROR,
                            connect(client, server, TLSOptions.client(ROOT.pem())))));
        }
    }
}
