package io.github.pollhttp.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.Failure;

class FailureExceptionTest {

    @Test
    void carriesTheFailureItsMessageAndItsCause() {
        IOException cause = new IOException("reset");
        Failure failure = new Failure(Failure.Phase.BODY, Failure.Reason.CONNECTION_RESET, "It broke.", cause);

        FailureException exception = new FailureException(failure);

        assertSame(failure, exception.failure());
        assertEquals("It broke.", exception.getMessage());
        assertSame(cause, exception.getCause());
    }
}
