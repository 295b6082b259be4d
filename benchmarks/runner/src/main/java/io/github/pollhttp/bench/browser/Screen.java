package io.github.pollhttp.bench.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a browser without a headless mode shows itself: the user's screen, or an X server without one.
 *
 * @param server null where there is a screen
 */
record Screen(Process server, Map<String, String> environment) implements AutoCloseable {
    private static final Path XVFB = Path.of("/usr/bin/Xvfb");

    static Screen find() throws IOException {
        return isPresent() ? new Screen(null, System.getenv()) : virtual();
    }

    /** Whether there is one, or can be. */
    static boolean isPossible() {
        return isPresent() || Files.isExecutable(XVFB);
    }

    private static boolean isPresent() {
        return System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    }

    /** The server takes a display that is free, and says on its standard output which, once it is ready. */
    private static Screen virtual() throws IOException {
        Process server = new ProcessBuilder(XVFB.toString(), "-displayfd", "1", "-screen", "0", "1280x800x24",
                "-nolisten", "tcp").redirectError(Redirect.DISCARD).start();
        BufferedReader output = server.inputReader();
        String number = output.readLine();
        if (number == null) {
            throw new IOException(XVFB + " ended before it had a display");
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
