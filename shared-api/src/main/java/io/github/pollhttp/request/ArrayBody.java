package io.github.pollhttp.request;

import io.github.pollhttp.internal.Utf8;
import io.github.pollhttp.spi.ResponseBody;

/** A body in an array of the program. */
record ArrayBody(byte[] bytes) implements ResponseBody {
    static final ArrayBody EMPTY = new ArrayBody(new byte[0]);

    private static final char BYTE_ORDER_MARK = 0xFEFF;

    @Override
    public String text() {
        String text = Utf8.decode(bytes, 0, bytes.length);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
