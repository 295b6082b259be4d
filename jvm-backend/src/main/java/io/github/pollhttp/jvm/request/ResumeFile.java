package io.github.pollhttp.jvm.request;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.pollhttp.internal.Decimal;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.spi.PartialDownload;

/**
 * The file beside a {@code .part} file that can be resumed. It has four lines: the URL, the validator of the version (ETag or date), the length of the
 * whole file (-1 if unknown), and a line that shows that none is missing. Only the owner can read it, because a URL may contain a secret.
 */
final class ResumeFile {
    private static final String END = "end";
    private static final int LINES = 4;
    private static final int MOST_BYTES = 64 * 1024;
    private static final Set<OpenOption> OLD = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

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
            return find(Paths.get(path));
        } catch (IOException | InvalidPathException e) {
            return null; // the download starts from the beginning
        }
    }

    /** @throws IOException if there is no partial download, or it cannot be read */
    static PartialDownload find(Path file) throws IOException {
        BasicFileAttributes part = attributes(partOf(file));
        Path note = resumeFileOf(file);
        boolean usable = part.isRegularFile() && hasOneName(partOf(file)) && attributes(note).isRegularFile();
        List<String> lines = usable ? lines(note) : List.of();
        if (lines.size() != LINES || !lines.get(LINES - 1).equals(END)
                || HeaderLine.rejectionMessage("If-Range: " + lines.get(1)) != null) {
            return null;
        }
        long complete = lines.get(2).equals("-1") ? -1 : Decimal.parse(lines.get(2), Long.MAX_VALUE);
        boolean valid = lines.get(2).equals("-1") || complete > part.size();
        return valid ? new PartialDownload(lines.get(0), lines.get(1), part.size(), complete) : null;
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether a file has no further names (hard links), which would show the bytes that are appended. True if the file system does not tell. */
    private static boolean hasOneName(Path file) throws IOException {
        return !file.getFileSystem().supportedFileAttributeViews().contains("unix")
                || Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS).equals(1);
    }

    private static List<String> lines(Path file) throws IOException {
        try (SeekableByteChannel in = Files.newByteChannel(file, OLD)) {
            if (in.size() > MOST_BYTES) {
                return List.of();
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) in.size());
            while (bytes.hasRemaining() && in.read(bytes) >= 0) {
                // until the end
            }
            String text = StandardCharsets.UTF_8.decode(bytes.flip()).toString();
            return new BufferedReader(new StringReader(text)).lines().collect(Collectors.toList());
        }
    }

    static void write(Path file, PartialDownload part) throws IOException {
        delete(file); // an older one may be a link, or readable by others
        Path note = resumeFileOf(file);
        boolean hasOwners = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = hasOwners
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        String text = String.join("\n", part.url(), part.validator(), Long.toString(part.completeLength()), END) + "\n";
        try (ByteChannel out = Files.newByteChannel(note, NEW, attributes)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
    }

    static void delete(Path file) throws IOException {
        Files.deleteIfExists(resumeFileOf(file));
    }
}
