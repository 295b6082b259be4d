package io.github.pollhttp.e2e.gdx;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.e2e.browser.VirtualScreen;

/** A program with a window, in a JVM of its own, on a virtual screen. */
public final class DesktopGame implements AutoCloseable {
    private final VirtualScreen screen;
    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private DesktopGame(VirtualScreen screen, Process process) {
        this.screen = screen;
        this.process = process;
        output = process.inputReader();
    }

    /**
     * Starts the main class of a program, with the class path of the tests. The program has a temporary folder of its own, because libGDX and LWJGL
     * unpack their native libraries there. If two programs unpack at the same time, one changes a library that the other has just loaded, and the JVM
     * of the other crashes.
     */
    public static DesktopGame start(Class<?> main, String... arguments) throws IOException, InterruptedException {
        Path temporary = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "window");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        VirtualScreen screen = VirtualScreen.require();
        try {
            ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
            process.environment().putAll(screen.environment());
            return new DesktopGame(screen, process.start());
        } catch (IOException e) {
            screen.close();
            throw e;
        }
    }

    /** Waits for the next line of the output that begins with some text, and returns the rest of it. */
    public String await(String beginning) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
        }
        throw new AssertionError("The program has ended without \"" + beginning + "\". Its output was:\n"
                + String.join("\n", lines));
    }

    @Override
    public void close() {
        process.destroy();
        screen.close();
    }
}
