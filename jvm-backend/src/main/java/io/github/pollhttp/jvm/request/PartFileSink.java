package io.github.pollhttp.jvm.request;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.InvalidPathException;
import java.nio.file.Paths;

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
    private PartFile file;
    private boolean stored;

    /** Gives the file a name of its own when all bytes are written; null before. */
    private Rename completing;

    /** Gives the complete file the wanted name; null before. */
    private Rename renaming;

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
        if (file == null) {
            try {
                open();
            } catch (IOException | InvalidPathException e) {
                throw FileFailure.opening("cannot open " + path + ": " + reason(e), e);
            }
        }
        return true;
    }

    private static String reason(Exception e) {
        return e.getClass() == IOException.class ? e.getMessage() : e.toString(); // the others have only a path as their message
    }

    /** The order matters if the process is killed here: a resume file must exist only while the .part file holds the version that it names. */
    private void open() throws IOException {
        boolean continues = from != null && from.length() > 0;
        PartFile opened = PartFile.open(Paths.get(path), continues);
        try {
            if (!continues) {
                ResumeFile.delete(opened.wanted());
            } else if (!isUnchanged(opened)) {
                throw new IOException("its .part file has changed since the download began; request it again");
            }
            if (from != null) {
                ResumeFile.write(opened.wanted(), from);
            }
        } catch (IOException e) {
            opened.close();
            throw e;
        }
        file = opened;
    }

    private boolean isUnchanged(PartFile opened) throws IOException {
        PartialDownload now = ResumeFile.find(opened.wanted());
        return now != null && now.url().equals(from.url()) && now.validator().equals(from.validator())
                && opened.length() == from.length();
    }

    @Override
    public void write(ByteBuffer bytes) throws FileFailure {
        try {
            file.write(bytes);
        } catch (IOException e) {
            throw FileFailure.using("cannot write " + path + ": " + e, e);
        }
    }

    @Override
    public boolean flush() throws FileFailure {
        isReady(); // opens the file if the body was empty
        try {
            if (!stored) {
                completing = completing == null ? file.renaming(file::complete) : completing;
                stored = completing.isDone();
            }
            return stored;
        } catch (IOException e) {
            throw FileFailure.using("cannot complete the download to " + path + ": " + e, e);
        }
    }

    @Override
    public boolean finish() throws FileFailure {
        try {
            renaming = renaming == null ? file.renaming(file::rename) : renaming;
            return renaming.isDone();
        } catch (IOException e) {
            throw FileFailure.using("cannot rename the complete download to " + path + ": " + e, e);
        }
    }

    @Override
    public void discard() {
        if (file != null) {
            try {
                file.delete();
            } catch (IOException e) {
                // the file stays, as after a killed process, and the next download to this path overwrites it
            }
        }
    }

    @Override
    public void suspend() {
        if (file == null || from == null || stored) {
            discard(); // a complete file whose renaming failed has no missing bytes to request
            return;
        }
        try {
            file.suspend();
        } catch (IOException e) {
            // a file that could not be closed was deleted; one that could not be deleted is as after a killed process
        }
    }
}
