package io.github.pollhttp.gdx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No build runs the Gradle files of the example. They have to say the same as its POMs, which the build uses. */
class GradleFilesTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "libgdx");
    private static final String OURS = "io.github.pollhttp:pollhttp-stars-";
    private static final String ONLY_MAVEN = "jmultiplatform";

    private static String read(String file) throws IOException {
        return Files.readString(EXAMPLE.resolve(file));
    }

    private static Stream<MatchResult> find(String regex, String text) {
        return Pattern.compile(regex).matcher(text).results();
    }

    private static String element(String name, String pom) {
        return find("<" + name + ">([^<]*)</", pom).findFirst().orElseThrow().group(1);
    }

    @Test
    void versionsAreThoseOfTheMavenBuild() throws IOException {
        Properties gradle = new Properties();
        try (InputStream properties = Files.newInputStream(EXAMPLE.resolve("gradle.properties"))) {
            gradle.load(properties);
        }
        String pom = read("pom.xml");

        assertEquals(element("version", pom), gradle.get("pollHttpVersion"));
        assertEquals(element("gdx.version", pom), gradle.get("gdxVersion"));
        assertEquals(element("gdx-teavm.version", pom), gradle.get("gdxTeaVMVersion"));
    }

    @Test
    void modulesAreThoseOfTheMavenBuild() throws IOException {
        String included = read("settings.gradle").lines().filter(line -> line.startsWith("include ")).findFirst()
                .orElseThrow();
        Set<String> expected = names(find("<module>([^<]*)<", read("pom.xml")));
        expected.remove(ONLY_MAVEN);

        assertEquals(expected, names(find("'([^']*)'", included)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "lwjgl3", "teavm", "server"})
    void dependenciesAreThoseOfTheMavenBuild(String module) throws IOException {
        String gradle = read(module + "/build.gradle");
        Set<String> found = names(find("\"([\\w.-]+:[\\w.-]+):\\$\\w+(?::[\\w-]+)?\"", gradle));
        found.addAll(names(find("project\\(':([^']*)'\\)", gradle)));

        assertEquals(dependencies(read(module + "/pom.xml")), found);
    }

    /** Returns the dependencies of a POM with the names that they have in the Gradle files. */
    private static Set<String> dependencies(String pom) {
        return find("(?s)<dependency>(.*?)</dependency>", pom)
                .map(each -> element("groupId", each.group(1)) + ":" + element("artifactId", each.group(1)))
                .filter(each -> !each.equals(OURS + ONLY_MAVEN))
                .map(each -> each.startsWith(OURS) ? each.substring(OURS.length()) : each)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lwjgl3", "teavm", "server"})
    void mainClassesExist(String module) throws IOException {
        Set<String> classes = names(find("mainClass = '([^']*)'", read(module + "/build.gradle")));

        assertTrue(!classes.isEmpty());
        for (String each : classes) {
            Path source = EXAMPLE.resolve(module + "/src/main/java/" + each.replace('.', '/') + ".java");
            assertTrue(Files.exists(source), source.toString());
        }
    }

    private static Set<String> names(Stream<MatchResult> found) {
        return found.map(each -> each.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
