package io.github.pollhttp.e2e.behaviour.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes a self-signed certificate for 127.0.0.1 and localhost with the JDK's keytool. */
final class Certificate {
    static final String PASSWORD = "for-a-test";

    private Certificate() {}

    /** Makes a key and a certificate and returns a new PKCS #12 file in the directory. */
    static Path make(Path directory) throws IOException, InterruptedException {
        Path file = directory.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair", "-keyalg", "EC", "-alias", "server", "-dname", "CN=127.0.0.1", "-ext",
                        "san=ip:127.0.0.1,dns:localhost", "-validity", "2", "-keystore", file.toString(), "-storetype",
                        "PKCS12",
                        "-storepass", PASSWORD))
                .redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool failed: " + output);
        }
        return file;
    }
}
