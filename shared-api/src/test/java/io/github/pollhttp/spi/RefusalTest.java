package io.github.pollhttp.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;

/** The two exceptions between client and backend carry what the program will be told. */
class RefusalTest {

    @Test
    void aRefusalHasACodeForTheProgramAndASentenceForItsDeveloper() {
        Refusal invalid = Refusal.invalid("no such port");
        Refusal unavailable = Refusal.unavailable("not in a browser");

        assertEquals(ErrorCode.ERR_INVALID_PARAMETER, invalid.code());
        assertEquals("no such port", invalid.getMessage());
        assertEquals(ErrorCode.ERR_UNAVAILABLE, unavailable.code());
        assertEquals("not in a browser", unavailable.getMessage());
    }

    @Test
    void aBackendExceptionHasAFailureWithItsSentenceAndItsCause() {
        IOException cause = new IOException("reset");
        Failure failure = new Failure(Failure.Phase.BODY, Failure.Reason.CONNECTION_RESET, "it broke", cause);

        BackendException exception = new BackendException(failure);

        assertSame(failure, exception.failure());
        assertEquals("it broke", exception.getMessage());
        assertSame(cause, exception.getCause());
    }
}
