package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.jvm.testing.NonBlockingThread;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.request.HTTPRequest;

/**
 * The first calls in a JVM do not block either. They run in a new JVM, because a file that is read once for all clients would already have been read by
 * another test in this one.
 */
@Timeout(60)
class FirstUseTest {
    private static final String FOR_BLOCK_HOUND = "-XX:+AllowRedefinitionToAddDeleteMethods";

    /** The main class of the new JVM: prints the blocking calls. */
    public static final class Game {
        /** @param arguments what to use: "client", "request", or "unwatched requests" to load no class of BlockHound */
        public static void main(String[] arguments) throws Exception {
            try (RawServer server = new RawServer(Game::answer)) {
                switch (arguments[0]) {
                    case "client" -> waitsOfClient(server).forEach(System.out::println);
                    case "request" -> waitsOfRequest(server).forEach(System.out::println);
                    default -> requestWithAndWithoutTls(server);
                }
                System.out.println("done");
            }
        }

        private static void answer(Socket socket) throws Exception {
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        }

        private static List<String> waitsOfClient(RawServer server) throws Exception {
            try (HTTPClient client = HTTPClient.create()) {
                return NonBlockingThread.blockingCallsOf(() -> {
                    client.connectToHost("http://localhost", server.port());
                    NonBlockingThread.await(() -> client.poll() == ErrorCode.OK
                            && client.getStatus() == Status.STATUS_CONNECTED);
                    client.request(Method.METHOD_GET, "/", List.of());
                    NonBlockingThread.await(() -> {
                        client.poll();
                        return client.readResponseBodyChunk().length == 2;
                    });
                });
            }
        }

        private static void requestWithAndWithoutTls(RawServer server) throws Exception {
            request("http://localhost:" + server.port() + "/");
            try (RawServer closing = new RawServer(Socket::close)) {
                request("https://localhost:" + closing.port() + "/");
            }
        }

        private static void request(String url) {
            try (HTTPRequest http = HTTPRequest.create()) {
                http.request(url);
                while (http.isRequesting()) {
                    http.poll();
                    Thread.onSpinWait();
                }
            }
        }

        private static List<String> waitsOfRequest(RawServer server) throws Exception {
            try (HTTPRequest http = HTTPRequest.create()) {
                return NonBlockingThread.blockingCallsOf(() -> {
                    http.request("http://localhost:" + server.port() + "/");
                    NonBlockingThread.await(() -> {
                        http.poll();
                        return !http.isRequesting();
                    });
                });
            }
        }
    }

    private static String output(String option, String use) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option, "-cp", System.getProperty("java.class.path"), Game.class.getName(), use)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return printed;
    }

    @Test
    void firstClientDoesNotBlock() throws Exception {
        assertEquals("done" + System.lineSeparator(), output(FOR_BLOCK_HOUND, "client"));
    }

    @Test
    void firstRequestDoesNotBlock() throws Exception {
        assertEquals("done" + System.lineSeparator(), output(FOR_BLOCK_HOUND, "request"));
    }

    /** The JVM makes the code of a record's equals, hashCode or toString at the first call, which takes 40 ms. */
    @Test
    void firstRequestsCallNoGeneratedMethodOfARecord() throws Exception {
        String loaded = output("-Xlog:class+load", "unwatched requests");
        assertTrue(loaded.contains("io.github.pollhttp.jvm.tls.ServerPolicy"), "the log shows the loaded classes");
        assertFalse(loaded.contains("java.lang.runtime.ObjectMethods"), "a generated method was called");
    }
}
