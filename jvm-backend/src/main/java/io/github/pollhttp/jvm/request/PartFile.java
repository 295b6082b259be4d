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

    /**
     * The lock is on a byte that no file has, because Windows lets no other program read or write what is locked. All processes have to lock the same
     * one.
     */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    private static final String IN_USE_ELSEWHERE = "another download is writing to it; wait for its end, or use another path";
    private static final int RADIX = 36;

    private final Path wanted;
    private final Path name;
    private final FileChannel channel;
    /** Identifies the opened file, whatever its name; null if the file system cannot, as on Windows. */
    private final Object key;
    /** How many bytes the file must have. Another length means that another program has changed it. */
    private long length;
    /** Where the bytes are: {@link #name}, or a name that no other download knows; null when they are deleted or have their final name. */
    private Path place;
    private boolean closed;

    private PartFile(Path wanted, Path name, FileChannel channel) throws IOException {
        this.wanted = wanted;
        this.name = name;
        this.place = name;
        this.channel = channel;
        this.key = attributes(name).fileKey();
        this.length = channel.size();
    }

    /**
     * Opens the {@code .part} file beside a wanted file.
     *
     * @param continues whether to append to the existing file; otherwise a new one replaces it
     * @throws IOException if it cannot be opened, is no regular file (a symbolic link is not followed), or is used by another download
     */
    static PartFile open(Path wanted, boolean continues) throws IOException {
        if (Files.isDirectory(wanted)) {
            throw new IOException("it is a directory");
        }
        Path folder = wanted.toAbsolutePath().getParent().toRealPath();
        Path file = folder.resolve(wanted.getFileName());
        Path name = ResumeFile.partOf(file);
        if (!IN_USE.add(name)) {
            throw new IOException(IN_USE_ELSEWHERE);
        }
        try {
            return new PartFile(file, name, continues ? openLocked(name) : createLocked(name));
        } catch (NoSuchFileException | FileAlreadyExistsException e) { // another process has renamed or created it meanwhile
            IN_USE.remove(name);
            throw new IOException(IN_USE_ELSEWHERE, e);
        } catch (IOException | RuntimeException e) {
            IN_USE.remove(name);
            throw e;
        }
    }

    /**
     * Creates a new file, because an existing one may have further names (hard links). An existing one is removed while its lock shows that no other
     * download uses it. It is renamed first, because on Windows an open file keeps its name until it is closed.
     */
    private static FileChannel createLocked(Path name) throws IOException {
        try {
            attributes(name);
        } catch (NoSuchFileException e) {
            return lock(name, create(name));
        }
        FileChannel old = openLocked(name);
        try {
            Path unused = ownName(name);
            Files.move(name, unused, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(unused);
            return lock(name, create(name));
        } finally {
            old.close();
        }
    }

    private static FileChannel create(Path name) throws IOException {
        return FileChannel.open(name, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
    }

    private static FileChannel openLocked(Path name) throws IOException {
        if (!attributes(name).isRegularFile()) {
            throw new IOException(name + " is a link or a folder, and not the rest of a download; remove it");
        }
        return lock(name, FileChannel.open(name, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS));
    }

    /** Another process may have renamed the file when the lock is there. Then the lock is on a finished download, which must not be written to. */
    private static FileChannel lock(Path name, FileChannel opened) throws IOException {
        try {
            Object before = attributes(name).fileKey();
            boolean locked = opened.tryLock(LOCKED, 1, false) != null;
            BasicFileAttributes after = attributes(name);
            if (!locked || !Objects.equals(before, after.fileKey()) || after.size() != opened.size()
                    || before == null && !isLockedByThisProcess(name)) {
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

    /** @return a name beside a file that no other download knows */
    private static Path ownName(Path file) {
        String suffix = ".p" + Integer.toString(ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE), RADIX);
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static BasicFileAttributes attributes(Path name) throws IOException {
        return Files.readAttributes(name, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** @return the wanted file, with the real path of its folder */
    Path wanted() {
        return wanted;
    }

    /** @return the number of bytes that the file must have */
    long length() {
        return length;
    }

    void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            length += channel.write(bytes);
        }
    }

    /**
     * Whether the file has its name, and the bytes that were written. They are appended, so that a file that another program has cut ends too early,
     * instead of having a gap.
     */
    private boolean isIntact() throws IOException {
        try {
            BasicFileAttributes now = attributes(name);
            return now.size() == length && isOwn(name, now);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Whether a name belongs to the file that this download has created or opened. Another program may have replaced it. */
    private boolean isOwn(Path file, BasicFileAttributes found) throws IOException {
        return Objects.equals(key, found.fileKey())
                && (key != null || !channel.isOpen() || isLockedByThisProcess(file));
    }

    /**
     * Whether a download of this process has locked a file. Where files have no key, this tells whether a name still belongs to the locked file. It must
     * not be called elsewhere, because it would end a POSIX lock.
     */
    static boolean isLockedByThisProcess(Path name) throws IOException {
        try (FileChannel other = FileChannel.open(name, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            other.tryLock(LOCKED, 1, false);
            return false;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /**
     * Closes the file when all bytes are written, because some file systems report a failed write only then. Closing releases the lock, so the file
     * gets a name before that no other download knows.
     */
    void complete() throws IOException {
        if (!isIntact()) {
            throw new IOException("another program has changed or replaced its .part file");
        }
        Path own = ownName(wanted);
        ResumeFile.delete(wanted);
        Files.move(name, own, StandardCopyOption.ATOMIC_MOVE);
        place = own;
        close();
    }

    /** @param move {@link #complete} or {@link #rename}, of which only Windows, where files have no POSIX permissions, may need several attempts */
    Rename renaming(Rename.Move move) {
        return new Rename(move, !wanted.getFileSystem().supportedFileAttributeViews().contains("posix"),
                System::nanoTime);
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
            if (place != null && isOwn(place)) {
                Files.deleteIfExists(place);
            }
            place = null;
        } finally {
            close();
        }
    }

    /** Whether another name belongs to the file of this download; false if that cannot be found out. */
    private boolean isOwn(Path file) {
        try {
            return isOwn(file, attributes(file));
        } catch (IOException e) {
            return false;
        }
    }

    /** Closes the file, and keeps it and its resume file if the download can continue with it. */
    void suspend() throws IOException {
        try {
            if (!isIntact()) {
                delete();
                return;
            }
            channel.close();
        } catch (IOException e) {
            delete(); // bytes may be missing from it
            throw e;
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
