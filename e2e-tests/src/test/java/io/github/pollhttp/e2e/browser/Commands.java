package io.github.pollhttp.e2e.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs commands of the system. */
final class Commands {
    private Commands() {}

    /** Installs packages of Debian or Ubuntu. On another system, it prints the error and does nothing. */
    static void installPackages(String... names) throws InterruptedException {
        if (run(asRoot("apt-get", "update"))) {
            ProcessBuilder install = asRoot("apt-get", "install", "--yes", "--no-install-recommends");
            install.command().addAll(List.of(names));
            run(install);
        }
    }

    private static ProcessBuilder asRoot(String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        if (!System.getProperty("user.name").equals("root")) {
            words.addAll(0, List.of("sudo", "--non-interactive"));
        }
        ProcessBuilder process = new ProcessBuilder(words);
        process.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return process;
    }

    /**
     * Runs a command and returns whether it succeeded. Its output is copied to {@code System.out}, because the test runner uses the file
     * descriptor of the standard output itself.
     */
    static boolean run(ProcessBuilder command) throws InterruptedException {
        try {
            Process process = command.redirectErrorStream(true).start();
            try (BufferedReader lines = process.inputReader()) {
                lines.lines().forEach(System.out::println);
            }
            return process.waitFor() == 0;
        } catch (IOException e) {
            RunLog.say(e.getMessage());
            return false;
        }
    }

    /** Runs a command and returns its output without white space at the end. */
    static String output(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        try (InputStream output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
