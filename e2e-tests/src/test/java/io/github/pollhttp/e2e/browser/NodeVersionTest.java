package io.github.pollhttp.e2e.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tests run in Node 20 and newer. */
class NodeVersionTest {
    @ParameterizedTest
    @CsvSource({"9.11.2, true", "19.9.0, true", "20.0.0, false", "24.19.0, false", "100.0.0, false"})
    void versionBefore20IsTooOld(String version, boolean isTooOld) {
        assertEquals(isTooOld, new Node("node", version, true).isTooOld());
    }
}
