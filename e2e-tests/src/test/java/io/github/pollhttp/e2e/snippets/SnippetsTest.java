package io.github.pollhttp.e2e.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/**
 * Each block of Java in README.md, on a page of docs and in the Javadoc of the published modules is a region of the snippet sources, which the build
 * compiles for the JVM and links with TeaVM, or of the tests beside this class, which run on the JVM only. The page about the starter shows parts of the
 * starter's files.
 */
class SnippetsTest {
    private static final Path LINKED = Path.of("target", "snippets");

    private static void assertNone(String problem, List<String> found) {
        if (!found.isEmpty()) {
            fail(problem + ":\n\n" + String.join("\n\n", found));
        }
    }

    @Test
    void everyBlockOfThePagesIsASnippet() throws IOException {
        List<CodeBlock> pages = CodeBlock.ofPages();
        assertTrue(pages.size() > 20, () -> "only " + pages.size() + " blocks were found");
        assertNone("blocks that are no snippet", CodeBlock.missing(pages, CodeBlock.ofSnippets()));
    }

    @Test
    void everyBlockOfTheStartersPageIsInAFileOfTheStarter() throws IOException {
        List<CodeBlock> page = CodeBlock.ofStarterPage();
        List<CodeBlock> starter = CodeBlock.ofStarter();
        assertTrue(page.size() > 3, () -> "only " + page.size() + " blocks were found");
        assertNone("blocks that are in no file of the starter",
                page.stream().filter(block -> starter.stream().noneMatch(file -> file.contains(block)))
                        .map(CodeBlock::place).toList());
    }

    @Test
    void everyBlockOfTheJavadocIsASnippet() throws IOException {
        List<CodeBlock> javadoc = CodeBlock.ofJavadoc();
        assertTrue(javadoc.size() >= 8, () -> "only " + javadoc.size() + " blocks were found");
        assertNone("blocks that are no snippet", CodeBlock.missing(javadoc, CodeBlock.ofSnippets()));
    }

    @Test
    void everySnippetIsOnAPageOrInTheJavadoc() throws IOException {
        List<CodeBlock> documented = new ArrayList<>(CodeBlock.ofPages());
        documented.addAll(CodeBlock.ofJavadoc());
        assertNone("snippets that no document shows", CodeBlock.missing(CodeBlock.ofSnippets(), documented));
    }

    @Test
    void everyMethodOfTheSnippetsIsLinkedByTeaVm() throws Exception {
        assertTrue(Files.size(LINKED.resolve("snippets.wasm")) > 0);
        String linked = Files.readString(LINKED.resolve("snippets.js"));
        assertNone("methods that TeaVM did not link, because SnippetProgram does not call them",
                CodeBlock.methodsOfSnippets().stream().filter(name -> !linked.contains("_" + name + " = ")).toList());
    }

    @Test
    void blockOfConsecutiveLinesIsContained() {
        CodeBlock file = new CodeBlock("a", List.of("one", "    two", "        three", "four"));
        assertTrue(file.contains(new CodeBlock("b", List.of("two", "    three"))));
        assertFalse(file.contains(new CodeBlock("b", List.of("one", "four"))));
    }

    @Test
    void blockThatDiffersInOneLineIsMissing() {
        CodeBlock snippet = new CodeBlock("a", List.of("    one();", "    two();"));
        assertEquals(List.of(),
                CodeBlock.missing(List.of(new CodeBlock("b", List.of("one();", "two();"))), List.of(snippet)));
        assertEquals(1,
                CodeBlock.missing(List.of(new CodeBlock("b", List.of("one();", "too();"))), List.of(snippet)).size());
        assertEquals(1, CodeBlock.missing(List.of(new CodeBlock("b", List.of("one();"))), List.of(snippet)).size());
    }
}
