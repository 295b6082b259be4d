package io.github.pollhttp.e2e.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The blocks for Maven and Gradle in README.md and on the pages of docs name the versions that the project and its starter use. */
class PageVersionsTest {
    private static final Path PROJECT = Path.of("..");
    private static final List<String> POMS = List.of("pom.xml", "examples/starter/pom.xml");
    private static final Pattern MAVEN = Pattern
            .compile("<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern GRADLE = Pattern.compile("['\"][\\w.]+:([\\w.-]+):([^'\"]+)['\"]");
    private static final Pattern PROPERTY = Pattern.compile("<([\\w.-]+\\.version)>([^<]+)</\\1>");

    @Test
    void pagesNameTheVersionsOfTheBuild() throws IOException {
        String poms = "";
        for (String pom : POMS) {
            poms += Files.readString(PROJECT.resolve(pom));
        }
        for (MatchResult property : PROPERTY.matcher(poms).results().toList()) {
            poms = poms.replace("${" + property.group(1) + "}", property.group(2));
        }
        String version = poms.split("<version>|</version>", 3)[1];
        Set<String> built = new HashSet<>(named(MAVEN, poms + poms.replace("junit-bom", "junit-jupiter")));
        List<String> unknown = new ArrayList<>();
        int found = 0;
        for (Path page : pages()) {
            String text = Files.readString(page);
            for (String each : Stream.concat(named(MAVEN, text).stream(), named(GRADLE, text).stream()).toList()) {
                found++;
                boolean ours = each.startsWith("pollhttp-");
                if (ours ? !each.endsWith(" " + version) : !built.contains(each) && !each.startsWith("game ")) {
                    unknown.add(page + ": " + each);
                }
            }
        }
        assertEquals(List.of(), unknown);
        assertTrue(found > 10, "only " + found + " versions were found");
    }

    private static List<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(each -> each.group(1) + " " + each.group(2)).toList();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(PROJECT.resolve("README.md")));
        try (Stream<Path> files = Files.list(PROJECT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }
}
