package io.github.pollhttp.events;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.github.pollhttp.events.EventSource.Event;
import io.github.pollhttp.internal.Decimal;
import io.github.pollhttp.internal.Utf8;

/**
 * The bytes of one event stream, made into events (HTML Standard section 9.2.6). It knows no connection and no clock. Bytes are gathered into lines
 * before they are decoded: no byte of a longer UTF-8 sequence looks like a line end.
 */
final class EventStream {
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
    private long retryMillis = -1;

    /**
     * @param lastEventId the id of the stream before this one; an event without an id keeps it
     * @param limit       how many bytes an event may have
     */
    EventStream(String lastEventId, int limit) {
        this.lastEventId = lastEventId;
        this.idBuffer = lastEventId;
        this.limit = limit;
    }

    /** An event larger than it may be. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1;

        TooLarge(int limit) {
            super("an event has more than " + limit + " bytes; see setMaxEventSize");
        }
    }

    String lastEventId() {
        return lastEventId;
    }

    /** @return what the stream has said, or -1 */
    long retryMillis() {
        return retryMillis;
    }

    /**
     * Takes bytes until an event is whole.
     *
     * @return the event, or null if all bytes are taken
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
            line = Arrays.copyOf(line, Math.min(limit, 2 * line.length));
        }
        line[lineLength++] = b;
    }

    /** @return the event that the line ends, or null */
    private Event endLine() {
        int start = first && startsWithByteOrderMark() ? 3 : 0;
        int length = lineLength - start;
        first = false;
        lineLength = 0;
        if (length == 0) {
            return endEvent();
        }
        if (line[start] == ':') {
            eventLength -= length; // a comment, and nothing of it is kept
            return null;
        }
        String text = Utf8.decode(line, start, length);
        int colon = text.indexOf(':');
        if (colon < 0) {
            take(text, "");
        } else {
            int value = text.startsWith(" ", colon + 1) ? colon + 2 : colon + 1;
            take(text.substring(0, colon), text.substring(value));
        }
        return null;
    }

    private boolean startsWithByteOrderMark() {
        return lineLength >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF;
    }

    private void take(String field, String value) {
        switch (field) {
            case "event" -> type = value;
            case "data" -> data.append(value).append('\n');
            case "id" -> idBuffer = value.indexOf('\0') < 0 ? value : idBuffer;
            case "retry" -> retryMillis = milliseconds(value);
            default -> {
                // unknown fields are to be ignored
            }
        }
    }

    /** @return what was said before if it is no number; as much as an int holds, 24 days, if it is more */
    private long milliseconds(String value) {
        long number = Decimal.parse(value, Integer.MAX_VALUE);
        return number == Decimal.NONE ? retryMillis : number;
    }

    private Event endEvent() {
        lastEventId = idBuffer;
        eventLength = 0;
        Event event = data.length() == 0
                ? null
                : new Event(type.isEmpty() ? "message" : type, data.substring(0, data.length() - 1), lastEventId);
        data.setLength(0);
        type = "";
        return event;
    }
}
