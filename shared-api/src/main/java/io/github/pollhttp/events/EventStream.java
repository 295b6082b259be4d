package io.github.pollhttp.events;

import java.util.Arrays;

import io.github.pollhttp.events.EventSource.Event;
import io.github.pollhttp.spi.RequestPlatform;

/**
 * Parses the bytes of one event stream (HTML Standard section 9.2.6), without I/O and without a clock. Bytes are collected into lines before they are
 * decoded. This is safe because no byte of a multi-byte UTF-8 sequence equals CR or LF.
 */
final class EventStream {
    static final int NO_RETRY = -1;
    private static final int FIRST_SIZE = 256;

    private static final byte[] NONE = {};

    private final RequestPlatform platform;
    private final int limit;
    /** The bytes that are not parsed: those from the position on. */
    private byte[] chunk = NONE;
    private int position;
    private byte[] line = new byte[FIRST_SIZE];
    private int lineLength;
    private int eventLength;
    private boolean first = true;
    private boolean afterCarriageReturn;

    private final StringBuilder data = new StringBuilder();
    private boolean hasData;
    private String type = "";
    private String idBuffer;
    private String lastEventId;
    private boolean hasIdField;
    private String newId;
    private int retryMillis = NO_RETRY;

    /**
     * @param platform    decodes lines
     * @param lastEventId the last id of the previous stream, which applies until this stream has an id
     * @param limit       the largest number of bytes of an event
     */
    EventStream(RequestPlatform platform, String lastEventId, int limit) {
        this.platform = platform;
        this.lastEventId = lastEventId;
        this.idBuffer = lastEventId;
        this.limit = limit;
    }

    /** @return the last id that an event of the stream has set since the last call, or null */
    String takeNewId() {
        String id = newId;
        newId = null;
        return id;
    }

    /** @return the last {@code retry} value of the stream since the last call, or {@link #NO_RETRY} */
    int takeRetryMillis() {
        int millis = retryMillis;
        retryMillis = NO_RETRY;
        return millis;
    }

    /** Whether all bytes are parsed. Then more can be added. */
    boolean isParsed() {
        return position == chunk.length;
    }

    /** @param bytes the next bytes of the stream, which must not change until they are parsed */
    void add(byte[] bytes) {
        chunk = bytes;
        position = 0;
    }

    /**
     * Parses bytes until an event is complete.
     *
     * @return the event; null if all bytes are parsed, or an event is larger than the limit
     */
    Event next() {
        while (position < chunk.length && !isTooLarge()) {
            byte b = chunk[position++];
            boolean ended = b == '\r' || b == '\n' && !afterCarriageReturn;
            if (b != '\r' && b != '\n') {
                append(b);
            }
            afterCarriageReturn = b == '\r';
            if (ended) {
                Event event = endLine();
                if (event != null) {
                    return event;
                }
            }
        }
        return null;
    }

    /** @return the largest number of bytes of an event */
    int limit() {
        return limit;
    }

    /** Whether an event is larger than the limit. Then there is no next event. */
    boolean isTooLarge() {
        return eventLength > limit;
    }

    private void append(byte b) {
        eventLength++;
        if (isTooLarge()) {
            return;
        }
        if (lineLength == line.length) {
            line = Arrays.copyOf(line, line.length < limit / 2 ? 2 * line.length : limit);
        }
        line[lineLength++] = b;
    }

    /** @return the event, if this line is the empty line that ends it; otherwise null */
    private Event endLine() {
        int start = first && startsWithByteOrderMark() ? 3 : 0;
        int length = lineLength - start;
        first = false;
        lineLength = 0;
        if (length == 0) {
            return endEvent();
        }
        if (line[start] == ':') {
            eventLength -= length; // a comment is not stored, so it does not count
            return null;
        }
        setField(start, start + length);
        return null;
    }

    private boolean startsWithByteOrderMark() {
        return lineLength >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF;
    }

    /** Without String.indexOf, substring and hashCode, which no other part of a browser program uses. The standard ignores unknown fields. */
    private void setField(int start, int end) {
        int colon = indexOf(':', start, end);
        int value = Math.min(end, colon + 1);
        if (value < end && line[value] == ' ') {
            value++;
        }
        String field = text(start, colon);
        if (field.equals("data")) {
            data.append(hasData ? "\n" : "").append(text(value, end));
            hasData = true;
        } else if (field.equals("event")) {
            type = text(value, end);
        } else if (field.equals("retry")) {
            retryMillis = milliseconds(value, end);
        } else if (field.equals("id") && indexOf('\0', value, end) == end) { // an id with a NUL is ignored
            idBuffer = text(value, end);
            hasIdField = true;
        }
    }

    /** @return the index of the first such byte; the end if there is none */
    private int indexOf(char wanted, int start, int end) {
        int index = start;
        while (index < end && line[index] != wanted) {
            index++;
        }
        return index;
    }

    private String text(int start, int end) {
        return platform.decodeUtf8(line, start, end - start);
    }

    /** @return the number, at most {@link Integer#MAX_VALUE} (24 days); the previous value if the bytes are not a number */
    private int milliseconds(int start, int end) {
        int number = start < end ? 0 : retryMillis;
        for (int i = start; i < end; i++) { // with ints, because the long numbers of Decimal would make each browser program larger
            int digit = line[i] - '0';
            if (digit < 0 || digit > 9) {
                return retryMillis;
            }
            number = number > (Integer.MAX_VALUE - digit) / 10 ? Integer.MAX_VALUE : number * 10 + digit;
        }
        return number;
    }

    private Event endEvent() {
        if (hasIdField) {
            hasIdField = false;
            lastEventId = idBuffer;
            newId = idBuffer;
        }
        eventLength = 0;
        Event event = hasData ? new Event(type.isEmpty() ? "message" : type, data.toString(), lastEventId) : null;
        data.setLength(0);
        hasData = false;
        type = "";
        return event;
    }
}
