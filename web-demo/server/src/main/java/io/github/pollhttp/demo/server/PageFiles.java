package io.github.pollhttp.demo.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import io.github.pollhttp.demo.Addresses;
import io.github.pollhttp.demo.DemoCases;
import io.github.pollhttp.demo.server.game.GameFiles;

/** Writes the page and the game as files that any web server can host, in any folder. The page then offers only what needs no demo server. */
public final class PageFiles {
    private PageFiles() {}

    /**
     * Writes the files.
     *
     * @param arguments the folder to write them to
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    /**
     * Writes the files.
     *
     * @param folder the folder to write them to
     * @throws IOException if a file cannot be written
     */
    public static void write(Path folder) throws IOException {
        copyResources("/page/", folder);
        copyResources("/game-page/", folder);
        write(folder, Addresses.PATH, Addresses.NO_SERVER.getBytes(UTF_8));
        write(folder, DemoCases.JSON_FILE, Api.PLAYER.getBytes(UTF_8));
        byte[] large = new byte[DemoCases.LARGE_FILE_BYTES];
        new SplittableRandom(1).nextBytes(large);
        write(folder, DemoCases.LARGE_FILE, large);
        GameFiles.write(folder.resolve("game"));
    }

    /** Copies a folder of the class path, from a jar or from a folder of classes. */
    private static void copyResources(String name, Path folder) throws IOException {
        URI source = URI.create(PageFiles.class.getResource(name).toString());
        if (source.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(source, Map.of())) {
                copyTree(jar.provider().getPath(source), folder);
            }
        } else {
            copyTree(Path.of(source), folder);
        }
    }

    private static void copyTree(Path source, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Path file = folder.resolve(source.relativize(each).toString());
                Files.createDirectories(file.getParent());
                Files.copy(each, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void write(Path folder, String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path.substring(1));
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
