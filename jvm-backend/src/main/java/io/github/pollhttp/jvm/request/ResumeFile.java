package io.github.pollhttp.jvm.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.spi.PartialDownload;

/** The file beside a {@code .part} file that can be resumed. It has two lines: the URL, and the validator of the version (ETag or date). */
final class ResumeFile {
    private ResumeFile() {}

    /** The file that holds the bytes of an incomplete download. */
    static Path partOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private static Path resumeFileOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".part-of");
    }

    /**
     * Finds a partial download that can be continued.
     *
     * @return the partial download, or null if there is none or its resume file is invalid
     */
    static PartialDownload find(String path) {
        try {
            Path file = Path.of(path);
            List<String> lines = Files.readAllLines(resumeFileOf(file));
            boolean valid = lines.size() == 2 && HeaderLine.rejectionMessage("If-Range: " + lines.get(1)) == null;
            return valid ? new PartialDownload(lines.get(0), lines.get(1), Files.size(partOf(file))) : null;
        } catch (IOException | InvalidPathException e) {
            return null; // the download starts from the beginning
        }
    }

    static void write(Path file, PartialDownload part) throws IOException {
        Files.write(resumeFileOf(file), List.of(part.url(), part.validator()));
    }

    static void delete(Path file) throws IOException {
        Files.deleteIfExists(resumeFileOf(file));
    }
}
