package io.github.pollhttp.bench.peer;

import java.io.IOException;
import java.io.InputStream;

import io.github.pollhttp.bench.wire.Answer;

/** Reads bodies from streams. All streams of a thread share one buffer of 64 KiB. */
final class Pieces {
    private final ThreadLocal<byte[]> piece = ThreadLocal.withInitial(() -> new byte[64 * 1024]);

    /** @param field the value of the header field that the answer wants; null if it wants none */
    void pass(int code, String field, InputStream in, Answer answer) throws IOException {
        byte[] bytes = piece.get();
        answer.begin(code);
        if (answer.wantsField()) {
            answer.takeField(field);
        }
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
            answer.take(bytes, 0, count);
        }
        answer.end();
    }
}
