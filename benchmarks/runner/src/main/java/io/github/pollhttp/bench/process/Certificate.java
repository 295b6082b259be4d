package io.github.pollhttp.bench.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

/** The certificate of the server, made by keytool for this run only. The peers trust it because of system properties of their JVM. */
public final class Certificate {
    private static final String PASSWORD = "benchmark"; // needs no secret, because the file is deleted after the run
    private static final String ALIAS = "bench";

    private final Path folder;

    private Certificate(Path folder) {
        this.folder = folder;
    }

    /** @param folder the folder for the files */
    public static Certificate make(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Certificate made = new Certificate(folder);
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2", "-dname",
                "CN=localhost", "-ext", "san=ip:127.0.0.1,dns:localhost", "-storetype", "PKCS12", "-storepass",
                PASSWORD, "-keystore", made.keys().toString()).inheritIO().start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool has failed to create the certificate");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(made.keys())) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
        try (OutputStream out = Files.newOutputStream(made.trust())) {
            trust.store(out, PASSWORD.toCharArray());
        }
        return made;
    }

    private Path keys() {
        return folder.resolve("keys.p12");
    }

    private Path trust() {
        return folder.resolve("trust.p12");
    }

    private static List<String> options(String store, Path file) {
        String property = "-Djavax.net.ssl." + store;
        return List.of(property + "=" + file, property + "Password=" + PASSWORD, property + "Type=PKCS12");
    }

    public List<String> serverOptions() {
        return options("keyStore", keys());
    }

    public List<String> clientOptions() {
        return options("trustStore", trust());
    }
}
