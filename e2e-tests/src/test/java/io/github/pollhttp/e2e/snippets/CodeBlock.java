package io.github.pollhttp.e2e.snippets;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Java in a page, in Javadoc or in a source of snippets.
 *
 * @param place the file and the line before its first one
 * @param lines its text, without the indentation that all lines have in common
 */
record CodeBlock(String place, List<String> lines) {
    private static final Path PROJECT = Path.of("..");
    private static final String STARTER_PAGE = "getting-started.md";
    private static final Path SNIPPETS = Path.of("src", "main", "java", "io", "github", "pollhttp", "e2e", "snippets");

    /** The code of pages about tests runs on the JVM only, as tests. */
    private static final Path TEST_SNIPPETS = Path.of("src", "test", "java", "io", "github", "pollhttp", "e2e",
            "snippets");
    private static final List<String> PUBLISHED = List.of("shared-api", "jvm-backend", "web-backend", "gdx-net",
            "testing");

    CodeBlock {
        int indentation = lines.stream().filter(line -> !line.isBlank()).mapToInt(CodeBlock::indentationOf).min()
                .orElse(0);
        lines = lines.stream().map(line -> line.isBlank() ? "" : line.substring(indentation).stripTrailing()).toList();
    }

    private static int indentationOf(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** @return the blocks of README.md and of the pages in docs, except those of the starter's page */
    static List<CodeBlock> ofPages() throws IOException {
        List<CodeBlock> blocks = ofPage(PROJECT.resolve("README.md"));
        for (Path page : filesIn(PROJECT.resolve("docs"), 1, ".md")) {
            if (!page.endsWith(STARTER_PAGE)) {
                blocks.addAll(ofPage(page));
            }
        }
        return blocks;
    }

    /** @return the blocks of the page about the starter */
    static List<CodeBlock> ofStarterPage() throws IOException {
        return ofPage(PROJECT.resolve("docs").resolve(STARTER_PAGE));
    }

    /** @return each Java file of the starter, whole */
    static List<CodeBlock> ofStarter() throws IOException {
        List<CodeBlock> files = new ArrayList<>();
        for (Path source : filesIn(PROJECT.resolve("examples/starter"), Integer.MAX_VALUE, ".java")) {
            files.add(new CodeBlock(source.toString(), Files.readAllLines(source)));
        }
        return files;
    }

    private static List<CodeBlock> ofPage(Path page) throws IOException {
        return between(page, line -> line.strip().equals("```java"), line -> line.strip().equals("```"), line -> line);
    }

    /** @return the blocks of the published modules' Javadoc */
    static List<CodeBlock> ofJavadoc() throws IOException {
        List<CodeBlock> blocks = new ArrayList<>();
        for (String module : PUBLISHED) {
            for (Path source : filesIn(PROJECT.resolve(module).resolve("src/main/java"), Integer.MAX_VALUE, ".java")) {
                blocks.addAll(between(source, line -> line.contains("<pre>"), line -> line.contains("</pre>"),
                        CodeBlock::withoutAsterisk));
            }
        }
        return blocks;
    }

    private static String withoutAsterisk(String line) {
        return line.substring(line.indexOf('*') + 1);
    }

    /** @return the regions between markers in the sources that the build compiles and links, and in the tests beside this class */
    static List<CodeBlock> ofSnippets() throws IOException {
        List<CodeBlock> blocks = new ArrayList<>();
        List<Path> sources = new ArrayList<>(filesIn(SNIPPETS, 1, ".java"));
        sources.addAll(filesIn(TEST_SNIPPETS, 1, ".java"));
        for (Path source : sources) {
            blocks.addAll(between(source, line -> line.strip().startsWith("// snippet: "),
                    line -> line.strip().equals("// end"),
                    line -> line));
        }
        return blocks;
    }

    /** @return the methods of the snippet classes that others can call, as TeaVM names their functions: {@code Class_method} */
    static List<String> methodsOfSnippets() throws IOException, ClassNotFoundException {
        List<Class<?>> classes = new ArrayList<>();
        for (Path source : filesIn(SNIPPETS, 1, "Snippets.java")) {
            String simpleName = source.getFileName().toString().replace(".java", "");
            Class<?> type = Class.forName(CodeBlock.class.getPackageName() + "." + simpleName);
            classes.add(type);
            classes.addAll(List.of(type.getDeclaredClasses()));
        }
        return classes.stream().flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic() && !Modifier.isPrivate(method.getModifiers()))
                .map(method -> binaryName(method.getDeclaringClass()) + "_" + method.getName()).sorted().toList();
    }

    private static String binaryName(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1);
    }

    private static List<Path> filesIn(Path folder, int depth, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        }
    }

    private static List<CodeBlock> between(Path file, Predicate<String> start, Predicate<String> end,
            UnaryOperator<String> trim) throws IOException {
        List<CodeBlock> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        int first = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (first < 0 && start.test(lines.get(i))) {
                first = i + 1;
            } else if (first >= 0 && end.test(lines.get(i))) {
                blocks.add(new CodeBlock(file + ":" + first, lines.subList(first, i).stream().map(trim).toList()));
                first = -1;
            }
        }
        if (first >= 0) {
            throw new IllegalStateException(file + ":" + first + " begins a block that does not end");
        }
        return blocks;
    }

    /** @return whether the lines of another block are consecutive lines of this one, with any indentation that they share */
    boolean contains(CodeBlock other) {
        int size = other.lines().size();
        return IntStream.rangeClosed(0, lines.size() - size).anyMatch(
                first -> new CodeBlock(place, lines.subList(first, first + size)).lines().equals(other.lines()));
    }

    /** @return those that have no block with the same lines among the others, each with its text */
    static List<String> missing(List<CodeBlock> blocks, List<CodeBlock> others) {
        return blocks.stream().filter(block -> others.stream().noneMatch(other -> other.lines().equals(block.lines())))
                .map(block -> block.place() + "\n" + String.join("\n", block.lines())).toList();
    }
}
