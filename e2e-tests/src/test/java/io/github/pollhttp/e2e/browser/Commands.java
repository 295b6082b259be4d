package io.github.pollhttp.e2e.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The system's commands that install a browser. */
final class Commands {
    private Commands() {}

    /** Debian's and Ubuntu's; on another system it fails with a word. */
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

    /** Its words go through our own standard output, for the test runner speaks over the descriptor. */
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
}
