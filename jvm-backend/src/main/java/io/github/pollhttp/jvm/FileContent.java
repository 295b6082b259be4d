package io.github.pollhttp.jvm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.jvm.http1.RequestContent;
import io.github.pollhttp.spi.BodyPart;
import io.github.pollhttp.spi.FailureException;

/**
 * A request body of open files, perhaps with bytes between them. It keeps nothing in memory: each {@link #copy} reads from the file, also the bytes
 * that the stream did not take the last time. Only {@link #close} may be called by another thread.
 */
final class FileContent implements RequestContent {
    /** Most bytes that are read at once. A read of this size from the cache of the system takes about 10 microseconds. */
    private static final int PIECE = 64 * 1024;

    /** Fewer than of a body in memory, because the disk may be slower than the network. */
    private static final int MOST_SENT_A_POLL = 4 * PIECE;

    private final List<Section> sections = new ArrayList<>();
    private long length;

    /** A part of the body. {@code bytes} is null for a file, and {@code file} and {@code path} are null for bytes. */
    private record Section(long start, long length, byte[] bytes, FileChannel file, String path) {}

    private final ExchangeFailures failures;

    private FileContent(ExchangeFailures failures) {
        this.failures = failures;
    }

    /**
     * Opens the files of a body.
     *
     * @throws FailureException if one of them cannot be opened; then none is left open
     */
    static FileContent open(List<BodyPart> parts, ExchangeFailures failures) throws FailureException {
        FileContent content = new FileContent(failures);
        try {
            for (BodyPart part : parts) {
                content.add(part.bytes() == null
                        ? content.openFile(part.path())
                        : new Section(content.length, part.bytes().length, part.bytes(), null, null));
            }
            return content;
        } catch (FailureException e) {
            content.close();
            throw e;
        }
    }

    private void add(Section section) {
        sections.add(section);
        length += section.length();
    }

    /** Opens a regular file only, because the open of a pipe may block. */
    private Section openFile(String path) throws FailureException {
        try {
            Path file = Paths.get(path);
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new IOException("it is not a regular file");
            }
            FileChannel channel = FileChannel.open(file);
            return new Section(length, channel.size(), null, channel, path);
        } catch (IOException | InvalidPathException e) {
            throw failures.unreadableFile("cannot open " + path + ": " + reason(e), e);
        }
    }

    private static String reason(Exception e) {
        return e.getClass() == IOException.class ? e.getMessage() : e.toString(); // the others have only a path as their message
    }

    /** @return the number of bytes */
    long length() {
        return length;
    }

    @Override
    public void copy(long from, ByteBuffer out) throws FailureException {
        int limit = out.limit();
        out.limit(out.position() + Math.min(PIECE, out.remaining()));
        long next = from;
        for (int i = 0; i < sections.size(); i++) { // by index, because an iterator would allocate an object for each piece
            Section section = sections.get(i);
            if (next >= section.start() && next < section.start() + section.length() && out.hasRemaining()) {
                next += copy(section, next - section.start(), out);
            }
        }
        out.limit(limit);
    }

    private int copy(Section section, long offset, ByteBuffer out) throws FailureException {
        int count = (int) Math.min(section.length() - offset, out.remaining());
        if (section.bytes() != null) {
            out.put(section.bytes(), (int) offset, count);
            return count;
        }
        try {
            return read(section, offset, out, count);
        } catch (IOException e) {
            throw failures.unreadableFile("cannot read " + section.path() + ": " + reason(e), e);
        }
    }

    private static int read(Section section, long offset, ByteBuffer out, int wanted) throws IOException {
        int limit = out.limit();
        int count = section.file().read(out.limit(out.position() + wanted), offset);
        out.limit(limit);
        boolean isLast = offset + count == section.length();
        if (count < 0 || isLast && section.file().size() != section.length()) {
            throw new IOException("its length has changed while it was sent, from " + section.length() + " to "
                    + section.file().size() + " bytes; send it when it is complete");
        }
        return count;
    }

    @Override
    public int mostSentAPoll() {
        return MOST_SENT_A_POLL;
    }

    @Override
    public void close() {
        for (Section section : sections) {
            if (section.file() != null) {
                try {
                    section.file().close();
                } catch (IOException e) {
                    // the file was only read, so a failed close loses nothing
                }
            }
        }
    }
}
