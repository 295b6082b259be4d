package io.github.pollhttp.jvm.request;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.FileFailure;
import io.github.pollhttp.spi.PartialDownload;

/**
 * Writes a download to a {@code .part} file beside the wanted file and renames it when it is complete, so that an incomplete file never has the
 * wanted name. The bytes are not forced to the disk, because that could take long: they survive a killed process, but perhaps not a power cut.
 */
final class PartFileSink implements BodySink {
    private final String path;
    private final PartialDownload from;
    private Path file;
    private FileChannel channel;
    private boolean inPlace;

    /**
     * @param path the wanted file
     * @param from the partial download to continue, of length 0 for a new one; null if a failed download is not to be resumed, so that its
     *             {@code .part} file is deleted
     */
    PartFileSink(String path, PartialDownload from) {
        this.path = path;
        this.from = from;
    }

    @Override
    public boolean isReady() throws FileFailure {
        if (channel == null) {
            try {
                open();
            } catch (IOException | InvalidPathException | OverlappingFileLockException e) {
                throw FileFailure.opening("cannot open " + path + ": " + reason(e), e);
            }
        }
        return true;
    }

    /**
     * Deletes an old resume file before it truncates the .part file, because the process can be killed in between. A resume file must exist only
     * while the .part file contains bytes of the version that it names.
     */
    private void open() throws IOException {
        Path wanted = Path.of(path);
        if (Files.isDirectory(wanted)) {
            throw new IOException("it is a directory");
        }
        FileChannel opened = FileChannel.open(ResumeFile.partOf(wanted), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            lock(opened);
            if (from == null || from.length() == 0) {
                ResumeFile.delete(wanted);
                opened.truncate(0);
            } else if (opened.size() != from.length()) {
                throw new IOException("its .part file has changed since the download began; download it anew");
            }
            if (from != null) {
                ResumeFile.write(wanted, from);
            }
            opened.position(opened.size());
        } catch (IOException | OverlappingFileLockException e) {
            opened.close();
            throw e;
        }
        file = wanted;
        channel = opened;
    }

    private static void lock(FileChannel opened) throws IOException {
        if (opened.tryLock() == null) { // another process holds the lock; if this process holds it, tryLock throws
            throw new OverlappingFileLockException();
        }
    }

    private static String reason(Exception e) {
        return e instanceof OverlappingFileLockException
                ? "another download is writing to it; wait for its end, or use another path"
                : e.toString();
    }

    @Override
    public void write(ByteBuffer bytes) throws FileFailure {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw FileFailure.using("cannot write " + path + ": " + e, e);
        }
    }

    @Override
    public boolean finish() throws FileFailure {
        try {
            isReady(); // opens the file if the body was empty
            channel.close(); // some file systems report a failed write only on close
            Files.move(ResumeFile.partOf(file), file, StandardCopyOption.ATOMIC_MOVE);
            inPlace = true;
            ResumeFile.delete(file);
            return true;
        } catch (IOException e) {
            throw FileFailure.using("cannot rename the complete download to " + path + ": " + e, e);
        }
    }

    @Override
    public void discard() {
        FileChannel opened = channel;
        if (opened == null) {
            return;
        }
        try (opened) {
            if (from == null && !inPlace) {
                Files.deleteIfExists(ResumeFile.partOf(file)); // before the lock is released, because another download could then use the file
            }
        } catch (IOException e) {
            // the .part file stays, and the next download to this path overwrites it
        }
    }
}
