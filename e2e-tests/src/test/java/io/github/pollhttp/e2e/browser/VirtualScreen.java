package io.github.pollhttp.e2e.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.condition.OS;

/** An X server without a monitor, for a program that needs a window. It has OpenGL, which Mesa computes without a graphics card. */
public record VirtualScreen(Process process, String display) implements AutoCloseable {
    /** Whether there is one for this system. */
    static final boolean EXISTS = OS.LINUX.isCurrentOs();

    private static final Path XVFB = Path.of("/usr/bin/Xvfb");

    static boolean isInstalled() {
        return Files.isExecutable(XVFB);
    }

    /** Installs the package, which brings OpenGL, too. */
    static void install() throws InterruptedException {
        Commands.installPackages("xvfb", "libgl1-mesa-dri");
    }

    /** Starts the X server. If it is missing, it is installed first. Skips the test on a system that has no X server. */
    public static VirtualScreen require() throws IOException, InterruptedException {
        assumeTrue(EXISTS, "Xvfb, the virtual screen of the test, runs on Linux only");
        InstallationLock lock = InstallationLock.take();
        try {
            if (!isInstalled()) {
                RunLog.say("Xvfb is not installed. Installing it.");
                install();
            }
            return start();
        } finally {
            lock.release();
        }
    }

    static VirtualScreen start() throws IOException {
        // Xvfb chooses a free display and prints its number when it is ready.
        Process process = new ProcessBuilder(XVFB.toString(), "-displayfd", "1", "-screen", "0", "1280x800x24",
                "-nolisten", "tcp").redirectError(Redirect.DISCARD).start();
        BufferedReader output = process.inputReader();
        String number = output.readLine();
        if (number == null) {
            throw new IOException(XVFB + " ended before it opened a display");
        }
        return new VirtualScreen(process, ":" + number);
    }

    /** Returns the environment for a process that uses the screen. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("DISPLAY", display);
        return environment;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
