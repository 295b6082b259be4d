package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;

class FailureTest {
    private static String message(String text) {
        return new Failure(Phase.BODY, Reason.TIMEOUT, text, null).message();
    }

    @Test
    void messageEndsWithOneFullStop() {
        assertEquals("http://a: no answer; try again.", message("http://a: no answer; try again"));
        assertEquals("http://a: no answer. Try again.", message("http://a: no answer. Try again."));
    }
}
