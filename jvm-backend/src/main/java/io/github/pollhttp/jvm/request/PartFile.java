package io.github.pollhttp.jvm.request;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The open {@code .part} file of one download. No other download can use it until it is closed: a set of names excludes the downloads of this process,
 * a file lock those of other processes.
 */
final class PartFile {
    /** The files that downloads of this process have open. The lock does not suffice: it is on a file, and a name can get another file. */
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

    private static final String IN_USE_ELSEWHERE = "another download is writing to it; wait for its end, or use another path";
    private static final int RADIX = 36;

    private final Path wanted;
    private final Path name;
    private final FileChannel channel;
    /** Where the bytes are: {@link #name}, or a name that no other download knows; null when they are deleted or have their final name. */
    private Path place;
    private boolean closed;

    private PartFile(Path wanted, Path name, FileChannel channel) {
        this.wanted = wanted;
        this.name = name;
        this.place = name;
        this.channel = channel;
    }

    /**
     * Opens the {@code .part} file beside a wanted file, and creates it if it does not exist.
     *
     * @throws IOException if it cannot be opened, is no regular file (a symbolic link is not followed), or is used by another download
     */
    static PartFile open(Path wanted) throws IOException {
        if (Files.isDirectory(wanted)) {
            throw new IOException("it is a directory");
        }
        Path folder = wanted.toAbsolutePath().getParent().toRealPath();
        Path name = ResumeFile.partOf(folder.resolve(wanted.getFileName()));
        if (!IN_USE.add(name)) {
            throw new IOException(IN_USE_ELSEWHERE);
        }
        try {
            return new PartFile(folder.resolve(wanted.getFileName()), name, openLocked(name));
        } catch (NoSuchFileException e) { // another process has renamed it meanwhile
            IN_USE.remove(name);
            throw new IOException(IN_USE_ELSEWHERE, e);
        } catch (IOException | RuntimeException e) {
            IN_USE.remove(name);
            throw e;
        }
    }

    /** Another process may have renamed the file when the lock is there. Then the lock is on a finished download, which must not be written to. */
    private static FileChannel openLocked(Path name) throws IOException {
        FileChannel created = create(name);
        BasicFileAttributes before = attributes(name);
        if (!before.isRegularFile()) {
            throw new IOException(name + " is a link or a folder, and not the rest of a download; remove it");
        }
        FileChannel opened = created != null
                ? created
                : FileChannel.open(name, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            boolean locked = opened.tryLock() != null;
            BasicFileAttributes after = attributes(name);
            if (!locked || !Objects.equals(before.fileKey(), after.fileKey()) || after.size() != opened.size()) {
                throw new IOException(IN_USE_ELSEWHERE);
            }
            return opened;
        } catch (OverlappingFileLockException e) {
            opened.close();
            throw new IOException(IN_USE_ELSEWHERE, e);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    /** @return the new file, or null if there is one already */
    private static FileChannel create(Path name) throws IOException {
        try {
            return FileChannel.open(name, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            return null;
        }
    }

    private static BasicFileAttributes attributes(Path name) throws IOException {
        return Files.readAttributes(name, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** @return the wanted file, with the real path of its folder */
    Path wanted() {
        return wanted;
    }

    FileChannel channel() {
        return channel;
    }

    void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * Closes the file when all bytes are written, because some file systems report a failed write only then. Closing releases the lock, so the file
     * gets a name before that no other download knows.
     */
    void complete() throws IOException {
        String suffix = ".p" + Integer.toString(ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE), RADIX);
        Path own = wanted.resolveSibling(wanted.getFileName() + suffix);
        ResumeFile.delete(wanted);
        Files.move(name, own, StandardCopyOption.ATOMIC_MOVE);
        place = own;
        close();
    }

    /** Gives the complete file its final name. */
    void rename() throws IOException {
        Files.move(place, wanted, StandardCopyOption.ATOMIC_MOVE);
        place = null;
    }

    /** Deletes the file and its resume file. After {@link #close} only a complete file is deleted, because the others may be another download's. */
    void delete() throws IOException {
        try {
            if (!closed) {
                ResumeFile.delete(wanted); // while no other download can use the name
            }
            if (place != null) {
                Files.deleteIfExists(place);
                place = null;
            }
        } finally {
            close();
        }
    }

    /** Closes the file and gives its name free. The channel may be closed already, because an interrupt of the thread closes it. */
    void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        place = place == name ? null : place;
        try {
            channel.close();
        } finally {
            IN_USE.remove(name);
        }
    }
}
