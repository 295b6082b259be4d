package io.github.pollhttp.e2e.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/** An X server without a monitor, for a browser that has no headless mode. */
record VirtualScreen(Process process, String display) implements AutoCloseable {
    static VirtualScreen start(Path xvfb) throws IOException {
        // Xvfb chooses a free display and prints its number when it is ready.
        Process process = new ProcessBuilder(xvfb.toString(), "-displayfd", "1", "-screen", "0", "1280x800x24",
                "-nolisten", "tcp").redirectError(Redirect.DISCARD).start();
        BufferedReader output = process.inputReader();
        String number = output.readLine();
        if (number == null) {
            throw new IOException(xvfb + " ended before it opened a display");
        }
        return new VirtualScreen(process, ":" + number);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
