package io.github.pollhttp.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.contract.convenience.AllConvenienceScenarios;
import io.github.pollhttp.contract.gdx.AllNetScenarios;
import io.github.pollhttp.contract.httprequest.AllRequestScenarios;

/** The tests and scenarios that pages name as proof exist. */
class NamedTestsTest {
    private static final Path PROJECT = Path.of("..");
    private static final Set<String> FOLDERS_WITHOUT_SOURCES = Set.of("target", ".git", "node_modules");

    /** A test class in backquotes, perhaps with one of its methods. */
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*[a-z]Test)(?:\\.(\\w+))?`");

    /** Tables have the names of scenarios in quotation marks in their last cell. */
    private static final Pattern SCENARIO = Pattern.compile("\"([^\"]+)\"");

    private static final Pattern ROW = Pattern.compile("\\|(?: [^|]+ \\|){4}");
    private static final Pattern HEADER = Pattern.compile(".*\\| (?:checked by|tests) \\|");

    /** The suffixes of names, not classes. */
    private static final Set<String> SUFFIXES = Set.of("FuzzTest");

    /** Returns the sources of all test classes by the simple name of the class. A name may occur in several modules. */
    private static Map<String, String> testSources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return FOLDERS_WITHOUT_SOURCES.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                if (name.endsWith("Test.java")) {
                    sources.merge(name.substring(0, name.length() - ".java".length()), Files.readString(file),
                            String::concat);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (Path folder : List.of(PROJECT, PROJECT.resolve("docs"), PROJECT.resolve("docs/decisions"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        return pages;
    }

    @Test
    void eachTestThatAPageNamesExists() throws IOException {
        Map<String, String> sources = testSources();
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (Path page : pages()) {
            for (Matcher test = TEST.matcher(Files.readString(page)); test.find(); named++) {
                String source = sources.getOrDefault(test.group(1), "");
                boolean exists = test.group(2) == null
                        ? !source.isEmpty() || SUFFIXES.contains(test.group(1))
                        : source.contains(" " + test.group(2) + "(") || source.contains(" " + test.group(2) + " =");
                if (!exists) {
                    missing.add(page + " names " + test.group());
                }
            }
        }

        assertEquals(List.of(), missing);
        assertTrue(named > 50, "only " + named + " were found");
    }

    @Test
    void eachRowOfTheComparisonIsCheckedByScenariosAndTestsThatExist() throws IOException {
        checkLastCells("comparison.md", "## Where others are better", 20);
    }

    @Test
    void eachThreatIsCheckedByScenariosAndTestsThatExist() throws IOException {
        checkLastCells("security.md", "## What it does not do", 15);
    }

    private static void checkLastCells(String page, String end, int fewest) throws IOException {
        Set<String> names = new HashSet<>();
        Stream.of(AllClientScenarios.list(), AllRequestScenarios.list(), AllConvenienceScenarios.list(),
                AllNetScenarios.list()).flatMap(List::stream).forEach(scenario -> names.add(scenario.name()));
        List<String> wrong = new ArrayList<>();
        List<String> rows = Files.readAllLines(PROJECT.resolve("docs").resolve(page)).stream()
                .takeWhile(line -> !line.equals(end))
                .filter(line -> ROW.matcher(line).matches() && !HEADER.matcher(line).matches()).toList();
        for (String row : rows) {
            String proof = row.substring(row.lastIndexOf("| ", row.length() - 3));
            Matcher scenario = SCENARIO.matcher(proof);
            boolean checked = TEST.matcher(proof).find();
            while (scenario.find()) {
                checked = true;
                if (!names.contains(scenario.group(1))) {
                    wrong.add("no scenario has the name " + scenario.group());
                }
            }
            if (!checked) {
                wrong.add("nothing checks " + row);
            }
        }

        assertEquals(List.of(), wrong);
        assertTrue(rows.size() >= fewest, "only " + rows.size() + " rows were found");
    }
}
