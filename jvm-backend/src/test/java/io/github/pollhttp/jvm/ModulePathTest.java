package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.pollhttp.HTTPClient;

/** The backend is found on the module path, too; all other tests run on the class path. */
class ModulePathTest {
    private static Path locationOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void programOnTheModulePathFindsTheBackend(@TempDir Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("Launch.java"),
                """
                        public class Launch {
                            public static void main(String[] arguments) {
                                io.github.pollhttp.HTTPClient client = io.github.pollhttp.HTTPClient.create();
                                System.out.print(client.getClass().getModule().getName() + " " + client.getStatus());
                            }
                        }
                        """);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String modules = locationOf(HTTPClient.class) + File.pathSeparator + locationOf(JvmBackendProvider.class);
        Process launch = new ProcessBuilder(List.of(java.toString(), "--module-path", modules, "--add-modules",
                "io.github.pollhttp,io.github.pollhttp.jvm", source.toString())).redirectErrorStream(true).start();
        String output = new String(launch.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("io.github.pollhttp STATUS_DISCONNECTED", output);
        assertEquals(0, launch.waitFor());
    }
}
