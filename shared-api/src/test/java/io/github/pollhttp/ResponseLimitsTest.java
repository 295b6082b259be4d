package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseLimitsTest {

    @Test
    void theDefaultsAreThoseOfTheContract() {
        assertEquals(new ResponseLimits(262144, 256, 65536, 8192, 65536), ResponseLimits.DEFAULT);
    }

    @Test
    void limitOfOneIsAccepted() {
        assertDoesNotThrow(() -> new ResponseLimits(1, 1, 1, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1, 1, 1", "1, 0, 1, 1, 1", "1, 1, 0, 1, 1", "1, 1, 1, 0, 1", "1, 1, 1, 1, 0",
            "-1, 1, 1, 1, 1"})
    void limitBelowOneIsRejected(int head, int headers, int line, int chunkLine, int trailers) {
        assertThrows(IllegalArgumentException.class,
                () -> new ResponseLimits(head, headers, line, chunkLine, trailers));
    }
}
