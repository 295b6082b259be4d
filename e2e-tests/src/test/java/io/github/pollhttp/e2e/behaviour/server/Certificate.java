package io.github.pollhttp.e2e.behaviour.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A certificate that signs itself, for 127.0.0.1 and localhost, made by the JDK's own tool. */
final class Certificate {
    static final String PASSWORD = "for-a-test";

    private Certificate() {}

    /** @return a new PKCS #12 file in the directory */
    static Path make(Path directory) throws IOException, InterruptedException {
        Path file = directory.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair", "-keyalg", "EC", "-alias", "server", "-dname", "CN=127.0.0.1", "-ext",
                        "san=ip:127.0.0.1,dns:localhost", "-validity", "2", "-keystore", file.toString(), "-storetype",
                        "PKCS12",
                        "-storepass", PASSWORD))
                .redirectErrorStream(true).start();
        String words = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool made no certificate: " + words);
        }
        return file;
    }
}
