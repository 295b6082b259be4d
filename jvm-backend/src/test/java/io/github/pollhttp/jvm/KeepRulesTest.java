package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The jars have rules for R8 and ProGuard, so that a shrinker of Android keeps the names that {@code ServiceLoader} reads from files. */
class KeepRulesTest {
    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = JvmBackendProvider.class.getResourceAsStream("/META-INF/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static List<String> rules(String artifact) throws IOException {
        return lines("proguard/io.github.pollhttp_" + artifact + ".pro");
    }

    private static List<String> services() throws Exception {
        Path classes = Path.of(JvmBackendProvider.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.list(classes.resolve("META-INF/services"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void servicesKeepTheirNames() throws Exception {
        assertFalse(services().isEmpty());
        for (String service : services()) {
            String rule = "-keepnames interface " + service;
            assertTrue(rules("pollhttp-api").contains(rule), rule);
        }
    }

    @Test
    void providersOfServicesAreKept() throws Exception {
        for (String service : services()) {
            for (String provider : lines("services/" + service)) {
                String rule = "-keep class " + provider + " { public <init>(); }";
                assertTrue(rules("pollhttp-jvm").contains(rule), rule);
            }
        }
    }
}
