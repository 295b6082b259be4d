package io.github.pollhttp.jvm.http1;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A section of lines that an empty line ends: the head of a response, or its trailers. It keeps the bytes and where each line begins and
 * ends, remembers how far it has searched (so that a drip-fed head costs no more than a whole one), and makes text only when asked.
 *
 * <p>
 * Lines end in CRLF or LF (RFC 9112 section 2.2). A folded line is joined to the one before with one space (section 5.2).
 */
final class HeadBuffer {
    /** How much is taken before it is searched and the limits are asked. */
    private static final int PIECE = 512;

    /** A section larger than this was an exception, and an idle connection does not keep its array. */
    private static final int MOST_KEPT = 4 * 1024;

    private final String what;
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
     * @param what       names the section in messages
     * @param firstField how many lines come before the header fields: 1 in a head, for the status line, 0 in trailers
     */
    HeadBuffer(String what, int firstField) {
        this.what = what;
        this.firstField = firstField;
    }

    /**
     * Begins a section; what is kept of the one before is the array.
     *
     * @param count how many fields there may be
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

    void clear() {
        length = 0;
        searched = 0;
        lineStart = 0;
        lines = 0;
    }

    /**
     * Takes bytes up to the empty line that ends the section, and leaves the rest.
     *
     * @return true once the section is complete
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
                throw ProtocolException.tooLarge(what + " is larger than " + sizeLimit + " bytes");
            }
            if (end >= 0) {
                in.position(in.position() - (length - end));
                length = end;
                return true;
            }
        }
        return false;
    }

    int lineCount() {
        return lines;
    }

    int start(int line) {
        return bounds[2 * line];
    }

    int end(int line) {
        return bounds[2 * line + 1];
    }

    byte at(int index) {
        return bytes[index];
    }

    int received() {
        return length;
    }

    /** @return where the section ends, or -1 if it has not ended */
    private int search() throws ProtocolException {
        int i = searched;
        for (; i < length; i++) {
            byte b = bytes[i];
            if (b > '\r') {
                continue; // the usual case first: no other byte up to CR needs more than this one comparison
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
                    throw ProtocolException.malformed(what + " has a bare CR in it");
                }
            } else if (b == 0) {
                throw ProtocolException.malformed(what + " has a NUL in it");
            }
        }
        searched = i;
        if (i - lineStart > lineLimit) {
            throw lineTooLong();
        }
        return -1;
    }

    /** @return true if the line is empty, which ends the section */
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
            throw ProtocolException.tooLarge(what + " has more than " + countLimit + " fields");
        }
        if (2 * lines == bounds.length) {
            bounds = Arrays.copyOf(bounds, Math.max(2 * 8, 2 * bounds.length));
        }
        bounds[2 * lines] = start;
        bounds[2 * lines + 1] = end;
        lines++;
    }

    private void fold(int start, int end) throws ProtocolException {
        if (lines <= firstField) {
            throw ProtocolException.malformed(what + " has white space before its first field");
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
        return ProtocolException.tooLarge(what + " has a line of more than " + lineLimit + " bytes");
    }

    private void reserve(int size) {
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size, 2 * bytes.length));
        }
    }

    int firstField() {
        return firstField;
    }

    /** The fields as text. */
    List<String> fields() {
        List<String> text = new ArrayList<>(lines - firstField);
        for (int line = firstField; line < lines; line++) {
            text.add(text(start(line), end(line)));
        }
        return Collections.unmodifiableList(text);
    }

    /** UTF-8 where it is, else ISO-8859-1, which is what RFC 9110 section 5.5 calls historical: no byte is lost either way. */
    String text(int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                return beyondAscii(ByteBuffer.wrap(bytes, start, end - start));
            }
        }
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static String beyondAscii(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1.decode(bytes).toString();
        }
    }
}
