package io.github.pollhttp.request;

import java.util.Objects;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import io.github.pollhttp.spi.FileFailure;
import io.github.pollhttp.spi.FileSource;
import io.github.pollhttp.spi.BackendProvider;

/**
 * Reads a file that was downloaded with {@link HTTPRequest#setDownloadFile}, in chunks and without blocking. On the JVM the file is on the disk,
 * in the browser in the origin private file system. Use each object on one thread at a time.
 *
 * <pre>{@code
 * // play(byte[]) and show(String) are methods of your game.
 * StoredFile file = StoredFile.open("level.bin");
 * ByteArrayOutputStream level = new ByteArrayOutputStream();
 *
 * // Once a frame, until play or show is called; then call file.close():
 * byte[] chunk = file.readChunk();
 * level.write(chunk, 0, chunk.length);
 * switch (file.getState()) {
 *     case READING -> {
 *         // there is more to come
 *     }
 *     case ENDED -> play(level.toByteArray());
 *     case FAILED -> show(file.getFailureMessage());
 * }
 * }</pre>
 */
@NullMarked
public final class StoredFile implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;
    private static final byte[] NO_BYTES = {};

    /** The state of a file. */
    public enum State {
        /** The end of the file has not been reached. */
        READING,
        /** All bytes have been read. */
        ENDED,
        /** The file does not exist or cannot be read; {@link StoredFile#getFailureMessage()} returns the reason. */
        FAILED
    }

    private final FileSource source;
    private State state = State.READING;
    private @Nullable String failureMessage;

    private StoredFile(FileSource source) {
        this.source = source;
    }

    /**
     * Starts to read a file. A missing file is not an error here: the state becomes {@link State#FAILED} later.
     *
     * @param path the path that was passed to {@link HTTPRequest#setDownloadFile}
     * @return the file, in {@link State#READING}
     * @throws IllegalStateException if the class path has no backend or more than one
     */
    public static StoredFile open(String path) {
        Objects.requireNonNull(path, "path");
        return new StoredFile(BackendProvider.installed().requestPlatform().readFile(path));
    }

    /**
     * Returns the next bytes.
     *
     * @return up to 65 536 bytes, in an array that the caller may keep and change; empty if no bytes are available yet, and in every state except
     *         {@link State#READING}
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
     * Returns whether there are more bytes, all bytes have been read, or the file cannot be read.
     *
     * @return the state
     */
    public State getState() {
        return state;
    }

    /**
     * Returns the length of the file.
     *
     * @return the length in bytes, or -1 as long as it is not known
     */
    public long getSize() {
        return source.size();
    }

    /**
     * Returns why the file cannot be read.
     *
     * @return a sentence for the user; null unless the state is {@link State#FAILED}
     */
    public @Nullable String getFailureMessage() {
        return failureMessage;
    }

    /** Stops reading and releases the file. Further calls have no effect. */
    @Override
    public void close() {
        source.close();
    }
}
