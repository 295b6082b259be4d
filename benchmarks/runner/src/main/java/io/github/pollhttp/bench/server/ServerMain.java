package io.github.pollhttp.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.net.ssl.SSLContext;

import io.github.pollhttp.bench.process.ProcessCpu;

/**
 * The main class of the server process. It prints its ports. Then it answers each line of standard input with the CPU time that the process has used.
 * It ends at the end of standard input.
 */
public final class ServerMain {
    private ServerMain() {}

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        PlainServer plain = new PlainServer();
        TlsServer tls = new TlsServer(SSLContext.getDefault()); // its certificate is in the file that javax.net.ssl.keyStore names
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
