package io.github.pollhttp.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** Git can check the project out on Windows and macOS, too. */
class FileNamesTest {
    private static final Path PROJECT = Path.of("..");
    private static final Set<String> NOT_IN_GIT = Set.of("target", ".git", ".idea", ".cifuzz-corpus", "node_modules");

    /** The devices of Windows, also with an extension; a space or a dot at the end; and the characters that Windows reserves. */
    private static final Pattern IMPOSSIBLE_ON_WINDOWS = Pattern
            .compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?|.*[ .]|.*[<>:\"|?*\\\\\\p{Cntrl}].*");

    /** Windows cannot open a path of more than 259 characters in each program. The rest is for the folder of the project. */
    private static final int LONGEST_PATH = 180;

    @Test
    void eachFileHasANameThatWindowsAndMacosCanHave() throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.equals(PROJECT) || check(folder)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                check(file);
                return FileVisitResult.CONTINUE;
            }

            private boolean check(Path file) {
                String name = file.getFileName().toString();
                if (NOT_IN_GIT.contains(name)) {
                    return false;
                }
                String path = PROJECT.relativize(file).toString();
                boolean isNew = seen.add(path.toLowerCase(Locale.ROOT));
                if (!isNew || path.length() > LONGEST_PATH || IMPOSSIBLE_ON_WINDOWS.matcher(name).matches()) {
                    wrong.add(path);
                }
                return true;
            }
        });

        assertEquals(List.of(), wrong);
        assertTrue(seen.size() > 1000, () -> "only " + seen.size() + " were found");
    }

    @Test
    void impossibleNamesAreFound() {
        for (String name : List.of("nul", "CON", "Aux.java", "com1", "a:b", "what?", "a ", "a.", "a\\b", "a\u0001")) {
            assertTrue(IMPOSSIBLE_ON_WINDOWS.matcher(name).matches(), name);
        }
        for (String name : List.of("null", "console.js", "auxiliary", "com", ".gitignore", "zero-byte", "a b.txt")) {
            assertFalse(IMPOSSIBLE_ON_WINDOWS.matcher(name).matches(), name);
        }
    }
}
