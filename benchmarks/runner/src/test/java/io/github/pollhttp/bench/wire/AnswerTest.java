package io.github.pollhttp.bench.wire;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;

import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final int LENGTH = 3 * Pattern.PERIOD * 4096 + 17; // longer than the longest piece that is compared at once
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
    void completeBodyInArraysAndBuffersIsAccepted() {
        answer.begin(200);
        answer.take(body, 0, 1);
        answer.take(ByteBuffer.wrap(body, 1, 999));
        answer.take(body, 1000, LENGTH - 1000);
        assertDoesNotThrow(answer::end);
    }

    @Test
    void nextExchangeForgetsTheErrorOfThePreviousOne() {
        answer.begin(500);
        answer.begin(200);
        take(0, LENGTH);
        assertDoesNotThrow(answer::end);
    }

    @Test
    void otherResponseCodeIsAnError() {
        answer.begin(404);
        take(0, LENGTH);
        assertEquals("the response code is 404", fault());
    }

    @Test
    void missingByteIsAnError() {
        answer.begin(200);
        take(0, LENGTH - 1);
        assertEquals("the body has " + (LENGTH - 1) + " bytes instead of " + LENGTH, fault());
    }

    @Test
    void repeatedPieceIsAnError() {
        answer.begin(200);
        take(0, 8192);
        take(0, 8192);
        take(16_384, LENGTH - 16_384);
        assertEquals("a byte of the body is wrong between 8192 and 16384", fault());
    }

    @Test
    void changedByteInAnArrayIsAnError() {
        body[LENGTH / 2]++;
        answer.begin(200);
        take(0, LENGTH);
        assertEquals("a byte of the body is wrong between 0 and " + LENGTH, fault());
    }

    @Test
    void changedByteInABufferIsAnError() {
        body[LENGTH / 2]++;
        answer.begin(200);
        answer.take(ByteBuffer.wrap(body));
        assertEquals("a byte of the body is wrong between 0 and " + LENGTH, fault());
    }

    @Test
    void headerFieldThatWasNotLookedUpIsAnError() {
        Answer looking = new Answer(0, true, true);
        looking.begin(200);
        looking.takeField(Path.FIELD_VALUE);
        assertDoesNotThrow(looking::end);
        looking.begin(200);
        assertThrows(IllegalStateException.class, looking::end);
        looking.takeField("another value");
        assertThrows(IllegalStateException.class, looking::end);
    }
}
