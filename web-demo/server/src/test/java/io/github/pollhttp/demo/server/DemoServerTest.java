package io.github.pollhttp.demo.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DemoServerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<ServedRequest> log = new LinkedBlockingQueue<>();
    private DemoServer server;

    @BeforeEach
    void start() throws Exception {
        server = DemoServer.start(0, log::add);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void pageAndBothProgramsHaveTheirContentTypes() throws Exception {
        assertEquals("text/html", typeOf("/"));
        assertEquals("text/javascript", typeOf("/app.js"));
        assertEquals("application/wasm", typeOf("/app.wasm"));
        assertEquals("no-store", get(server.originA() + "/app.js").headers().firstValue("Cache-Control").orElse(null));
    }

    @Test
    void secondOriginDoesNotServeThePage() throws Exception {
        assertEquals(404, get(server.originB() + "/").statusCode());
    }

    @Test
    void addressesUseTheHostNameOfTheRequest() throws Exception {
        String expected = server.originA() + "\n" + server.originB() + "\nhttp://localhost:" + server.refusedPort()
                + "\n";
        assertEquals(expected, text(get(server.originA() + "/addresses.txt")));
        String byNumber = server.originA().replace("localhost", "127.0.0.1") + "/addresses.txt";
        assertEquals(expected.replace("localhost", "127.0.0.1"), text(get(byNumber)));
    }

    /** On IPv4 and, if the machine has it, on IPv6. */
    @TestFactory
    Stream<DynamicTest> takesAFreePortIfTheUsualOneIsTaken() throws Exception {
        return NetworkInterface.getByInetAddress(InetAddress.getByName("127.0.0.1")).inetAddresses()
                .map(each -> DynamicTest.dynamicTest(each.getHostAddress(), () -> anotherPortIsUsedIfTakenOn(each)));
    }

    private void anotherPortIsUsedIfTakenOn(InetAddress address) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, address);
                DemoServer second = DemoServer.start(taken.getLocalPort(), log::add)) {
            assertTrue(!second.originA().endsWith(":" + taken.getLocalPort()), second.originA());
            assertEquals(200, get(second.originA() + "/api/json").statusCode());
        }
    }

    @Test
    void downloadMatchesItsChecksum() throws Exception {
        HttpResponse<byte[]> response = get(server.originA() + "/api/download");
        CRC32 crc = new CRC32();
        crc.update(response.body());
        assertEquals(32 * 1024 * 1024, response.body().length);
        assertEquals(response.headers().firstValue("X-CRC32").orElseThrow(), String.format("%08x", crc.getValue()));
    }

    @Test
    void echoReturnsTheSameBytes() throws Exception {
        byte[] sent = new byte[300_000];
        new Random(1).nextBytes(sent);
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.originA() + "/api/echo"))
                .header("Content-Type", "image/x-test").POST(BodyPublishers.ofByteArray(sent)).build();
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        assertArrayEquals(sent, response.body());
        assertEquals("image/x-test", response.headers().firstValue("Content-Type").orElse(null));
    }

    @Test
    void codesOfTheCasesAreSent() throws Exception {
        assertEquals(404, get(server.originA() + "/api/missing").statusCode());
        assertEquals(204, get(server.originA() + "/api/empty").statusCode());
    }

    @Test
    void onlyOneOfTwoResponsesAllowsOtherOrigins() throws Exception {
        String header = "Access-Control-Allow-Origin";
        assertEquals("*", get(server.originB() + "/api/cors-allowed").headers().firstValue(header).orElse(null));
        assertTrue(get(server.originB() + "/api/cors-refused").headers().firstValue(header).isEmpty());
    }

    @Test
    void refusedPortRefusesConnections() {
        assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", server.refusedPort()).close());
    }

    @Test
    void clientThatGoesAwayIsLogged() throws Exception {
        URI stream = URI.create(server.originA() + "/api/stream");
        try (InputStream body = client.send(HttpRequest.newBuilder(stream).build(), BodyHandlers.ofInputStream())
                .body()) {
            assertEquals("A ", new String(body.readNBytes(2), UTF_8));
        }
        ServedRequest served = log.poll(5, TimeUnit.SECONDS);
        assertNotNull(served);
        assertEquals(new ServedRequest("GET", stream.toString(), 200, true), served);
    }

    private String typeOf(String path) throws Exception {
        HttpResponse<byte[]> response = get(server.originA() + path);
        assertEquals(200, response.statusCode());
        String type = response.headers().firstValue("Content-Type").orElse("");
        return type.contains(";") ? type.substring(0, type.indexOf(';')) : type;
    }

    private HttpResponse<byte[]> get(String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }
}
