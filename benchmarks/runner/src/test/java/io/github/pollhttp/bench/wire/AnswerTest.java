package io.github.pollhttp.bench.wire;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;

import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final int LENGTH = 3 * Pattern.PERIOD * 4096 + 17; // longer than what is compared at once
    private final byte[] body = Pattern.bytes(LENGTH);
    private final Answer answer = new Answer(LENGTH, true);

    private void take(int from, int count) {
        answer.take(body, from, count);
        answer.take(ByteBuffer.wrap(body, from, 0));
    }

    private String fault() {
        return assertThrows(IllegalStateException.class, answer::end).getMessage();
    }

    @Test
    void aWholeBodyIsRightInPiecesOfAnyKind() {
        answer.begin(200);
        answer.take(body, 0, 1);
        answer.take(ByteBuffer.wrap(body, 1, 999));
        answer.take(body, 1000, LENGTH - 1000);
        assertDoesNotThrow(answer::end);
    }

    @Test
    void anotherExchangeBeginsAnew() {
        answer.begin(500);
        answer.begin(200);
        take(0, LENGTH);
        assertDoesNotThrow(answer::end);
    }

    @Test
    void anotherCodeIsWrong() {
        answer.begin(404);
        take(0, LENGTH);
        assertEquals("the answer's code is 404", fault());
    }

    @Test
    void aByteTooFewIsWrong() {
        answer.begin(200);
        take(0, LENGTH - 1);
        assertEquals("the body has " + (LENGTH - 1) + " bytes instead of " + LENGTH, fault());
    }

    @Test
    void aPieceThatCameTwiceIsWrong() {
        answer.begin(200);
        take(0, 8192);
        take(0, 8192);
        take(16_384, LENGTH - 16_384);
        assertEquals("the body is wrong within 8192 bytes behind 8192", fault());
    }

    @Test
    void aByteChangedInTheMiddleIsWrong() {
        body[LENGTH / 2]++;
        answer.begin(200);
        take(0, LENGTH);
        assertEquals("the body is wrong within " + LENGTH + " bytes behind 0", fault());
    }

    @Test
    void aByteChangedInTheMiddleOfABufferIsWrong() {
        body[LENGTH / 2]++;
        answer.begin(200);
        answer.take(ByteBuffer.wrap(body));
        assertEquals("the body is wrong within " + LENGTH + " bytes behind 0", fault());
    }
}
