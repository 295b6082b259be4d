package io.github.pollhttp.bench.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The screen of a browser that has no headless mode: the screen of the user, or a virtual one (Xvfb).
 *
 * @param server      the process of the virtual screen; null if the user has a screen
 * @param environment the environment variables for the browser
 */
record Screen(Process server, Map<String, String> environment) implements AutoCloseable {
    private static final Path XVFB = Path.of("/usr/bin/Xvfb");

    static Screen find() throws IOException {
        return isPresent() ? new Screen(null, System.getenv()) : virtual();
    }

    /** Returns true if the user has a screen, or Xvfb is installed. */
    static boolean isPossible() {
        return isPresent() || Files.isExecutable(XVFB);
    }

    private static boolean isPresent() {
        return System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    }

    /** Starts Xvfb. It chooses a free display, and prints the number on standard output when it is ready. */
    private static Screen virtual() throws IOException {
        Process server = new ProcessBuilder(XVFB.toString(), "-displayfd", "1", "-screen", "0", "1280x800x24",
                "-nolisten", "tcp").redirectError(Redirect.DISCARD).start();
        BufferedReader output = server.inputReader();
        String number = output.readLine();
        if (number == null) {
            throw new IOException(XVFB + " ended without opening a display");
        }
        return new Screen(server, Map.of("DISPLAY", ":" + number));
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
        }
    }
}
