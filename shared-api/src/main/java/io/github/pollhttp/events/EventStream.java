package io.github.pollhttp.events;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.github.pollhttp.events.EventSource.Event;
import io.github.pollhttp.internal.Decimal;
import io.github.pollhttp.internal.Utf8;

/**
 * Parses the bytes of one event stream (HTML Standard section 9.2.6), without I/O and without a clock. Bytes are collected into lines before they are
 * decoded. This is safe because no byte of a multi-byte UTF-8 sequence equals CR or LF.
 */
final class EventStream {
    static final long NO_RETRY = -1;
    private static final int FIRST_SIZE = 256;

    private final int limit;
    private byte[] line = new byte[FIRST_SIZE];
    private int lineLength;
    private int eventLength;
    private boolean first = true;
    private boolean afterCarriageReturn;

    private final StringBuilder data = new StringBuilder();
    private String type = "";
    private String idBuffer;
    private String lastEventId;
    private boolean hasIdField;
    private String newId;
    private long retryMillis = NO_RETRY;

    /**
     * @param lastEventId the last id of the previous stream, which applies until this stream has an id
     * @param limit       the largest number of bytes of an event
     */
    EventStream(String lastEventId, int limit) {
        this.lastEventId = lastEventId;
        this.idBuffer = lastEventId;
        this.limit = limit;
    }

    /** Thrown for an event larger than the limit. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1;

        TooLarge(int limit) {
            super("The server sent an event of more than " + limit + " bytes. Raise the limit with setMaxEventSize.");
        }
    }

    /** @return the last id that an event of the stream has set since the last call, or null */
    String takeNewId() {
        String id = newId;
        newId = null;
        return id;
    }

    /** @return the last {@code retry} value of the stream since the last call, or {@link #NO_RETRY} */
    long takeRetryMillis() {
        long millis = retryMillis;
        retryMillis = NO_RETRY;
        return millis;
    }

    /**
     * Reads bytes until an event is complete.
     *
     * @return the event, or null if all bytes are read
     */
    Event next(ByteBuffer chunk) throws TooLarge {
        while (chunk.hasRemaining()) {
            byte b = chunk.get();
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

    private void append(byte b) throws TooLarge {
        if (++eventLength > limit) {
            throw new TooLarge(limit);
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
        String text = Utf8.decode(line, start, length);
        int colon = text.indexOf(':');
        if (colon < 0) {
            setField(text, "");
        } else {
            int value = text.startsWith(" ", colon + 1) ? colon + 2 : colon + 1;
            setField(text.substring(0, colon), text.substring(value));
        }
        return null;
    }

    private boolean startsWithByteOrderMark() {
        return lineLength >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF;
    }

    private void setField(String field, String value) {
        switch (field) {
            case "event" -> type = value;
            case "data" -> data.append(value).append('\n');
            case "id" -> setId(value);
            case "retry" -> retryMillis = milliseconds(value);
            default -> {
                // the standard ignores unknown fields
            }
        }
    }

    /** An id with a NUL is ignored. */
    private void setId(String value) {
        if (value.indexOf('\0') < 0) {
            idBuffer = value;
            hasIdField = true;
        }
    }

    /** @return the number, at most {@link Integer#MAX_VALUE} (24 days); the previous value if the text is not a number */
    private long milliseconds(String value) {
        long number = Decimal.parse(value, Integer.MAX_VALUE);
        return number == Decimal.NONE ? retryMillis : number;
    }

    private Event endEvent() {
        if (hasIdField) {
            hasIdField = false;
            lastEventId = idBuffer;
            newId = idBuffer;
        }
        eventLength = 0;
        Event event = data.length() == 0
                ? null
                : new Event(type.isEmpty() ? "message" : type, data.substring(0, data.length() - 1), lastEventId);
        data.setLength(0);
        type = "";
        return event;
    }
}
