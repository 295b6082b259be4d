package io.github.pollhttp.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.net.ssl.SSLContext;

import io.github.pollhttp.bench.process.ProcessCpu;

/** The server's process: says its ports, then answers each line on standard input with the CPU time that it has used, and ends with it. */
public final class ServerMain {
    private ServerMain() {}

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        PlainServer plain = new PlainServer();
        TlsServer tls = new TlsServer(SSLContext.getDefault()); // the identity is in javax.net.ssl.keyStore
        start(plain);
        start(tls);
        System.out.println(plain.port() + " " + tls.port());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null) {
            System.out.println(ProcessCpu.nanos());
        }
    }

    private static void start(Runnable server) {
        Thread thread = new Thread(server);
        thread.setDaemon(true);
        thread.start();
    }
}
