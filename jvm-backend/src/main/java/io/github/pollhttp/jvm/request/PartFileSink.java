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
 * A download on its way: written beside the file that it is to be, and moved there in one step when it is whole, so that at no moment there is
 * a short file under that name. It is not forced to the disk, which could take long: what a killed process has written stays, what a power cut
 * takes is lost.
 */
final class PartFileSink implements BodySink {
    private final String path;
    private final PartialDownload from;
    private Path file;
    private FileChannel channel;
    private boolean inPlace;

    /** @param from what to go on with, or null for one that leaves nothing behind if it fails */
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

    /** The order matters if the process is killed in between: there is a note only while the part beside it is of the version that it names. */
    private void open() throws IOException {
        Path wanted = Path.of(path);
        if (Files.isDirectory(wanted)) {
            throw new IOException("it is a folder");
        }
        FileChannel opened = FileChannel.open(ResumeFile.partOf(wanted), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            lock(opened);
            if (from == null || from.length() == 0) {
                ResumeFile.delete(wanted);
                opened.truncate(0);
            } else if (opened.size() != from.length()) {
                throw new IOException("its part has changed meanwhile");
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
        if (opened.tryLock() == null) { // of another process; one of this process is an exception
            throw new OverlappingFileLockException();
        }
    }

    private static String reason(Exception e) {
        return e instanceof OverlappingFileLockException ? "another download writes to it" : e.toString();
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
            isReady(); // a body without a byte makes a file, too
            channel.close(); // some file systems tell only here that they could not write
            Files.move(ResumeFile.partOf(file), file, StandardCopyOption.ATOMIC_MOVE);
            inPlace = true;
            ResumeFile.delete(file);
            return true;
        } catch (IOException e) {
            throw FileFailure.using("cannot put " + path + " into its place: " + e, e);
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
                Files.deleteIfExists(ResumeFile.partOf(file)); // before the lock goes, so that it is not another download's
            }
        } catch (IOException e) {
            // it stays, as it would if the process were killed, and the next download of this name takes its place
        }
    }
}
