package io.github.pollhttp.jvm.http1;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Receives lines up to an empty line: the head of a response, or its trailer section. It enforces limits, and does not know the meaning of a line.
 *
 * <p>
 * It stores the bytes with the start and end of each line, and makes strings only on demand. It remembers how far it has searched, so that a head
 * that arrives byte by byte costs no more than one that arrives whole. Lines end with CRLF or LF (RFC 9112 section 2.2). A folded line (section 5.2)
 * is joined to the previous line with one space.
 */
final class HeadBuffer {
    /** Largest number of bytes that are taken before they are searched and the limits are checked. */
    private static final int PIECE = 512;

    /** Size of the largest array that is kept for the next response. Heads are rarely larger, and idle connections should be small. */
    private static final int MOST_KEPT = 4 * 1024;

    private final String name;
    private final int firstField;
    private int sizeLimit;
    private int lineLimit;
    private int countLimit;
    private byte[] bytes = {};
    private int length;
    private int searched;
    private int lineStart;
    private int[] bounds = {};
    private int lines;

    /**
     * @param name       name of the section in messages
     * @param firstField number of lines before the field lines: 1 in a head (the status line), 0 in a trailer section
     */
    HeadBuffer(String name, int firstField) {
        this.name = name;
        this.firstField = firstField;
    }

    /**
     * Begins a new section, even if the previous one is not complete. Of that one only the array is kept.
     *
     * @param size  limit of the section, in bytes
     * @param line  limit of a line with its folded lines, in bytes
     * @param count limit of the number of field lines
     */
    void begin(int size, int line, int count) {
        sizeLimit = size;
        lineLimit = line;
        countLimit = count;
        if (bytes.length > MOST_KEPT) {
            bytes = new byte[0];
            bounds = new int[0];
        }
        clear();
    }

    /** Begins a new section with the same limits. */
    void clear() {
        length = 0;
        searched = 0;
        lineStart = 0;
        lines = 0;
    }

    /**
     * Takes bytes up to the empty line that ends the section; bytes after it stay in {@code in}.
     *
     * @return whether the section is complete
     * @throws ProtocolException if a limit is exceeded or a byte is not allowed
     */
    boolean take(ByteBuffer in) throws ProtocolException {
        while (in.hasRemaining()) {
            int before = length;
            int count = Math.min(in.remaining(), PIECE);
            reserve(before + count);
            in.get(bytes, before, count);
            length = before + count;
            int end = search();
            if ((end < 0 ? length : end) > sizeLimit) {
                throw ProtocolException.tooLarge(name + " is larger than " + sizeLimit + " bytes");
            }
            if (end >= 0) {
                in.position(in.position() - (length - end));
                length = end;
                return true;
            }
        }
        return false;
    }

    /** @return a copy of the lines, which nothing changes later, so that any thread may read it */
    HeadBuffer copy() {
        HeadBuffer copy = new HeadBuffer(name, firstField);
        copy.bytes = Arrays.copyOf(bytes, length);
        copy.bounds = Arrays.copyOf(bounds, 2 * lines);
        copy.lines = lines;
        return copy;
    }

    /** @return the number of complete lines, where folded lines are part of the line before them */
    int lineCount() {
        return lines;
    }

    /** @return index of the first byte of a line */
    int start(int line) {
        return bounds[2 * line];
    }

    /** @return index after the last byte of a line, without trailing white space and line end */
    int end(int line) {
        return bounds[2 * line + 1];
    }

    byte at(int index) {
        return bytes[index];
    }

    /** @return the number of bytes taken so far */
    int received() {
        return length;
    }

    /** @return the index after the section's last byte, or -1 if the section is not complete */
    private int search() throws ProtocolException {
        int i = searched;
        for (; i < length; i++) {
            byte b = bytes[i];
            if (b > '\r') {
                continue; // fast path: most bytes are above CR and need no other comparison
            }
            if (b == '\n') {
                if (endLine(i)) {
                    return i + 1;
                }
            } else if (b == '\r') {
                if (i + 1 == length) {
                    break;
                }
                if (bytes[i + 1] != '\n') {
                    throw ProtocolException.malformed(name + " has a CR without LF");
                }
            } else if (b == 0) {
                throw ProtocolException.malformed(name + " has a NUL byte");
            }
        }
        searched = i;
        if (i - lineStart > lineLimit) {
            throw lineTooLong();
        }
        return -1;
    }

    /** @return whether the line is empty, which ends the section */
    private boolean endLine(int lineFeed) throws ProtocolException {
        int start = lineStart;
        int end = lineFeed > start && bytes[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
        lineStart = lineFeed + 1;
        if (start == end) {
            return true;
        }
        if (end - start > lineLimit) {
            throw lineTooLong();
        }
        if (isBlank(bytes[start])) {
            fold(start, end);
        } else {
            addLine(start, trimmedEnd(start, end));
        }
        return false;
    }

    private void addLine(int start, int end) throws ProtocolException {
        if (lines - firstField == countLimit) {
            throw ProtocolException.tooLarge(name + " has more than " + countLimit + " fields");
        }
        if (2 * lines == bounds.length) {
            bounds = Arrays.copyOf(bounds, Math.max(2 * 8, 2 * bounds.length));
        }
        bounds[2 * lines] = start;
        bounds[2 * lines + 1] = end;
        lines++;
    }

    /** Appends a folded line to the previous line, separated by one space. */
    private void fold(int start, int end) throws ProtocolException {
        if (lines <= firstField) {
            throw ProtocolException.malformed(name + " has white space before its first field");
        }
        int from = start;
        while (from < end && isBlank(bytes[from])) {
            from++;
        }
        int last = 2 * (lines - 1);
        int to = bounds[last + 1];
        int count = trimmedEnd(from, end) - from;
        if (count > 0) {
            bytes[to] = ' ';
            System.arraycopy(bytes, from, bytes, to + 1, count);
            bounds[last + 1] = to + 1 + count;
        }
        if (bounds[last + 1] - bounds[last] > lineLimit) {
            throw lineTooLong();
        }
    }

    private int trimmedEnd(int start, int end) {
        int trimmed = end;
        while (trimmed > start && isBlank(bytes[trimmed - 1])) {
            trimmed--;
        }
        return trimmed;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private ProtocolException lineTooLong() {
        return ProtocolException.tooLarge(name + " has a line of more than " + lineLimit + " bytes");
    }

    private void reserve(int size) {
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size, 2 * bytes.length));
        }
    }

    /** @return number of the first field line */
    int firstField() {
        return firstField;
    }

    /** @return the field lines as text, "Name: value" as the server sent them */
    List<String> fields() {
        List<String> text = new ArrayList<>(lines - firstField);
        for (int line = firstField; line < lines; line++) {
            text.add(text(start(line), end(line)));
        }
        return Collections.unmodifiableList(text);
    }

    /** Decodes as {@link FieldText} does. No byte is lost. */
    String text(int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                return FieldText.decode(ByteBuffer.wrap(bytes, start, end - start));
            }
        }
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
