package io.github.pollhttp.jvm.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.jvm.net.TcpStream;
import io.github.pollhttp.jvm.testing.RawServer;

/**
 * Hosts with other characters than letters, digits and hyphens in between. The DNS allows them, and curl and browsers connect to them. The server is
 * OpenSSL's, because a server of the JDK rejects their SNI; without OpenSSL, the tests of the certificate's name are skipped.
 */
@Timeout(60)
class HostNameCharactersTest {
    private static final Identity ROOT = Issuing.root("Root of the tests");
    private static final TLSOptions TRUSTING = TLSOptions.client(ROOT.pem());
    private static boolean hasOpenssl;

    @TempDir
    private Path folder;

    /** LibreSSL, the openssl of macOS, cannot choose a port. On Windows, the server reads its standard input before it answers. */
    @BeforeAll
    static void lookForOpenssl() {
        try (BufferedReader version = new ProcessBuilder("openssl", "version").redirectErrorStream(true).start()
                .inputReader()) {
            hasOpenssl = String.valueOf(version.readLine()).startsWith("OpenSSL ") && !OS.WINDOWS.isCurrentOs();
        } catch (IOException e) {
            hasOpenssl = false;
        }
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    /** Presents the identity if the SNI is the name, otherwise a certificate of elsewhere.example. */
    private Process serve(Identity identity, String name) throws IOException {
        assumeTrue(hasOpenssl, "this computer has no OpenSSL that can be the server of a test");
        Identity elsewhere = Issuing.host("elsewhere.example").by(ROOT).issue();
        return new ProcessBuilder("openssl", "s_server", "-accept", "127.0.0.1:0", "-servername", name, "-cert2",
                file("cert.pem", identity.pem()), "-key2", file("key.pem", identity.privateKeyPem()), "-cert",
                file("elsewhere.pem", elsewhere.pem()), "-key", file("elsewhereKey.pem", elsewhere.privateKeyPem()))
                .redirectErrorStream(true).start();
    }

    /** OpenSSL writes {@code ACCEPT 127.0.0.1:port} when it listens. */
    private static StreamPeer connect(Process server) throws IOException {
        BufferedReader output = server.inputReader();
        String line = output.readLine();
        while (!line.startsWith("ACCEPT ")) {
            line = output.readLine();
        }
        int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.configureBlocking(false);
        return new TcpStream(channel);
    }

    private void assertAccepted(Identity identity, String host) throws IOException {
        Process server = serve(identity, host);
        try {
            Handshakes.succeed(host, connect(server), TRUSTING).close();
        } finally {
            server.destroyForcibly();
        }
    }

    private Failure failure(Identity identity, String host, TLSOptions options) throws IOException {
        Process server = serve(identity, host);
        try {
            return Handshakes.fail(host, connect(server), options);
        } finally {
            server.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"my_eu", "_eu", "-eu", "eu-", "e~u", "e!u", "(", "_", "e,u"})
    void labelOfAnyCharactersMatchesAWildcard(String label) throws IOException {
        assertAccepted(Issuing.host("*.game.example").by(ROOT).issue(), label + ".game.example");
    }

    @Test
    void sameNameMatches() throws IOException {
        assertAccepted(Issuing.host("my_game.example").by(ROOT).issue(), "my_game.example");
    }

    @Test
    void otherNameFails() throws IOException {
        Failure failure = failure(Issuing.host("my-game.example").by(ROOT).issue(), "my_game.example", TRUSTING);

        assertEquals(Reason.TLS_WRONG_HOST, failure.reason());
        assertTrue(failure.message().contains("is for my-game.example, not for my_game.example"), failure.message());
    }

    @Test
    void untrustedCertificateFails() throws IOException {
        assertEquals(Reason.TLS_UNTRUSTED, failure(Issuing.host("my_game.example").by(ROOT).issue(), "my_game.example",
                TLSOptions.client()).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"my_game.example", "_a.example", "-a.example", "a-.example", "a~b.example", "a!b.example",
            "(.example", "ab--c.example", "xn--bcher-kva.example", "_"})
    void nameOfAnyCharactersIsSentAsSni(String host) throws Exception {
        BlockingQueue<String> hellos = new LinkedBlockingQueue<>();
        try (RawServer server = new RawServer(socket -> {
            byte[] header = socket.getInputStream().readNBytes(5);
            byte[] hello = socket.getInputStream().readNBytes((header[3] & 0xFF) << 8 | header[4] & 0xFF);
            hellos.add(new String(hello, StandardCharsets.ISO_8859_1));
        })) {
            Handshakes.fail(host, server, TLSOptions.clientUnsafe());

            // RFC 6066 section 3: the length of the list, type 0, the length of the name, the name
            String sni = "\0" + (char) (host.length() + 3) + "\0\0" + (char) host.length() + host;
            assertTrue(hellos.take().contains(sni));
        }
    }

    @Test
    void ipAddressOfAnotherServerFails() throws Exception {
        Identity other = Issuing.certificate("server").address("::2").by(ROOT).issue();
        try (RawServer server = new RawServer(TlsConversation.by(other, RawServer::awaitEnd))) {
            assertEquals(Reason.TLS_WRONG_HOST, Handshakes.fail("::1", server, TRUSTING).reason());
        }
    }
}
