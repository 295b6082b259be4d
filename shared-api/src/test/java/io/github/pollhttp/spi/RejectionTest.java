package io.github.pollhttp.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.internal.RejectionException;

/** An exception that a check throws becomes the error code and the message of the call. */
class RejectionTest {

    @Test
    void wrongArgumentIsAnInvalidParameter() {
        Rejection invalid = Rejection.of(RejectionException.invalid("no such port"));

        assertEquals(ErrorCode.ERR_INVALID_PARAMETER, invalid.code());
        assertEquals("no such port", invalid.message());
    }

    @Test
    void callThatThePlatformCannotCarryOutIsUnavailable() {
        Rejection unavailable = Rejection.of(RejectionException.unavailable("not in a browser"));

        assertEquals(ErrorCode.ERR_UNAVAILABLE, unavailable.code());
        assertEquals("not in a browser", unavailable.message());
    }
}
