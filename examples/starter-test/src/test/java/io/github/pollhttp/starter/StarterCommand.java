package io.github.pollhttp.starter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.condition.OS;

/** A running Maven command of the starter, in a copy of its folder and with a local repository that has nothing but the PollHTTP of this build. */
final class StarterCommand implements AutoCloseable {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path ORIGINAL = Path.of("..", "starter");

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private StarterCommand(Process process) {
        this.process = process;
        output = process.inputReader();
    }

    /**
     * Starts {@code mvn} in a new copy of the starter.
     *
     * @param name        the name of the copy
     * @param environment more variables for the command
     * @param arguments   the arguments of the command
     */
    static StarterCommand start(String name, Map<String, String> environment, String... arguments) throws IOException {
        String script = OS.WINDOWS.isCurrentOs() ? "mvn.cmd" : "mvn";
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("maven.home"), "bin", script).toString(),
                        "--batch-mode", "--global-settings", settings().toString(),
                        "-Dmaven.repo.local=" + System.getProperty("starter.repository")));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).directory(copy(name).toFile()).redirectErrorStream(true);
        process.environment().putAll(environment);
        return new StarterCommand(process.start());
    }

    private static Path copy(String name) throws IOException {
        Path copy = TARGET.resolve(name);
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            for (Path file : files.filter(Files::isRegularFile).map(ORIGINAL::relativize)
                    .filter(StarterCommand::isSource)
                    .toList()) {
                Files.createDirectories(copy.resolve(file).getParent());
                Files.write(copy.resolve(file), Files.readAllBytes(ORIGINAL.resolve(file)));
            }
        }
        return copy;
    }

    private static boolean isSource(Path file) {
        return Stream.of(file.toString().split("[/\\\\]")).noneMatch("target"::equals);
    }

    /** The starter takes plugins and other libraries from the local repository of the user, as if it were a remote one, and downloads only what is missing. */
    private static Path settings() throws IOException {
        String url = Path.of(System.getProperty("user.repository")).toUri().toString();
        return Files.writeString(TARGET.resolve("settings.xml"), """
                <settings>
                  <profiles>
                    <profile>
                      <id>user</id>
                      <repositories>
                        <repository>
                          <id>user</id>
                          <url>%1$s</url>
                          <releases><checksumPolicy>ignore</checksumPolicy></releases>
                        </repository>
                      </repositories>
                      <pluginRepositories>
                        <pluginRepository>
                          <id>user</id>
                          <url>%1$s</url>
                          <releases><checksumPolicy>ignore</checksumPolicy></releases>
                        </pluginRepository>
                      </pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles>
                    <activeProfile>user</activeProfile>
                  </activeProfiles>
                </settings>
                """.formatted(url));
    }

    /** Waits for a line of the output that begins with some text, and returns the rest of it. */
    String await(String beginning) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length()).strip();
            }
        }
        throw new AssertionError("The command has ended without \"" + beginning + "\". Its output was:\n"
                + String.join("\n", lines));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy); // on Windows, Maven is a child of its script
        process.destroy();
        try {
            process.onExit().join();
            output.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
