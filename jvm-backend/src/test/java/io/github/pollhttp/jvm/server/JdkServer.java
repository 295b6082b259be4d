package io.github.pollhttp.jvm.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import io.github.pollhttp.jvm.tls.Identity;

/** The server of the JDK. It has no files. It keeps no idle connection here, and closes each one without saying so before. */
final class JdkServer implements RealServer {
    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    static {
        System.setProperty("sun.net.httpserver.maxIdleConnections", "0"); // the server reads it once
    }

    JdkServer(Identity identity) throws Exception {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
        if (identity == null) {
            server = HttpServer.create(address, 0);
        } else {
            HttpsServer https = HttpsServer.create(address, 0);
            https.setHttpsConfigurator(new HttpsConfigurator(identity.serverContext()));
            server = https;
        }
        server.createContext("/count", exchange -> {
            exchange.getRequestBody().readAllBytes();
            answer(exchange, 200, requests.incrementAndGet());
        });
        server.createContext("/early", exchange -> answer(exchange, 413, requests.get()));
        server.start();
    }

    private static void answer(HttpExchange exchange, int code, int count) throws IOException {
        byte[] body = Integer.toString(count).getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
