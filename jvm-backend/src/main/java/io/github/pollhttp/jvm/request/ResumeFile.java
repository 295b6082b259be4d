package io.github.pollhttp.jvm.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.spi.PartialDownload;

/** The note beside a part that may be resumed: where it came from, and which version it is, a line each. */
final class ResumeFile {
    private ResumeFile() {}

    /** @return where the bytes of a file are until it is whole */
    static Path partOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private static Path noteOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".part-of");
    }

    /** @return null if there is no part, or no note that can be understood */
    static PartialDownload find(String path) {
        try {
            Path file = Path.of(path);
            List<String> lines = Files.readAllLines(noteOf(file));
            boolean right = lines.size() == 2 && HeaderLine.faultOf("If-Range: " + lines.get(1)) == null;
            return right ? new PartialDownload(lines.get(0), lines.get(1), Files.size(partOf(file))) : null;
        } catch (IOException | InvalidPathException e) {
            return null; // so that the download begins anew
        }
    }

    static void write(Path file, PartialDownload part) throws IOException {
        Files.write(noteOf(file), List.of(part.url(), part.validator()));
    }

    static void delete(Path file) throws IOException {
        Files.deleteIfExists(noteOf(file));
    }
}
