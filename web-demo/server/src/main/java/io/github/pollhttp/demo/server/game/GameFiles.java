package io.github.pollhttp.demo.server.game;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Those answers of the server to the game that can be files. The scores cannot. */
public final class GameFiles {
    private static final int UPDATE_BYTES = 4_000_000;

    private GameFiles() {}

    /**
     * Writes the levels, the sprites, and an update that is smaller than the server's, because a visitor pays for the bytes.
     *
     * @param folder the folder of the game's page
     * @throws IOException if a file cannot be written
     */
    public static void write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("levels"));
        Files.write(folder.resolve("sprites.png"), Sprites.png());
        byte[] update = new byte[UPDATE_BYTES];
        new SplittableRandom(1).nextBytes(update);
        Files.write(folder.resolve("update.bin"), update);
        int number = 1;
        InputStream level = level(number);
        while (level != null) {
            try (InputStream source = level) {
                Files.write(folder.resolve(name(number)), source.readAllBytes());
            }
            level = level(++number);
        }
    }

    private static String name(int number) {
        return "levels/" + number + ".json";
    }

    private static InputStream level(int number) {
        return GameFiles.class.getClassLoader().getResourceAsStream(name(number));
    }
}
