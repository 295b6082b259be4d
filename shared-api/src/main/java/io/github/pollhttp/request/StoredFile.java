package io.github.pollhttp.request;

import java.util.Objects;

import io.github.pollhttp.spi.FileFailure;
import io.github.pollhttp.spi.FileSource;
import io.github.pollhttp.spi.BackendProvider;

/**
 * Reads back a file that {@link HTTPRequest#setDownloadFile} has stored, piece by piece and without a wait: from the disk on the JVM, from the
 * origin private file system in the browser. Belongs to one thread at a time.
 *
 * <pre>{@code
 * try (StoredFile file = StoredFile.open("level.bin")) {
 *     // once a frame, as long as file.getState() == State.READING:
 *     level.writeBytes(file.readChunk());
 * }
 * }</pre>
 */
public final class StoredFile implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;
    private static final byte[] NO_BYTES = {};

    /** How far the reading has come. */
    public enum State {
        /** There may be more bytes. */
        READING,
        /** Every byte has been read. */
        ENDED,
        /** There is no such file, or it cannot be read; {@link StoredFile#getFailureMessage()} says why. */
        FAILED
    }

    private final FileSource source;
    private State state = State.READING;
    private String failureMessage;

    private StoredFile(FileSource source) {
        this.source = source;
    }

    /**
     * Begins to read a file. Whether it is there is known later.
     *
     * @param path the name as {@code setDownloadFile} took it
     * @return the file in {@link State#READING}
     * @throws IllegalStateException as {@link HTTPRequest#create()}
     */
    public static StoredFile open(String path) {
        Objects.requireNonNull(path, "path");
        return new StoredFile(BackendProvider.installed().requestPlatform().readFile(path));
    }

    /**
     * The next bytes.
     *
     * @return at most 65536 bytes, the caller's to keep; empty when none are there yet, and in any state but {@link State#READING}
     */
    public byte[] readChunk() {
        if (state != State.READING) {
            return NO_BYTES;
        }
        try {
            byte[] chunk = source.read(CHUNK);
            if (chunk != null) {
                return chunk;
            }
            state = State.ENDED;
        } catch (FileFailure e) {
            state = State.FAILED;
            failureMessage = e.getMessage();
        }
        return NO_BYTES;
    }

    /**
     * How far the reading has come.
     *
     * @return the state
     */
    public State getState() {
        return state;
    }

    /**
     * The length of the file.
     *
     * @return the number of bytes, -1 while it is not known
     */
    public long getSize() {
        return source.size();
    }

    /**
     * Why the file cannot be read.
     *
     * @return a sentence, null unless the state is {@link State#FAILED}
     */
    public String getFailureMessage() {
        return failureMessage;
    }

    /** Ends the reading. Safe twice. */
    @Override
    public void close() {
        source.close();
    }
}
