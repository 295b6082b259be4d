package io.github.pollhttp.demo.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

import org.junit.jupiter.api.Test;

class DesktopMainTest {
    @Test
    void everyCaseEndsAsExpected() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int surprises = DesktopMain.runAll(new PrintStream(printed, true, UTF_8));
        assertEquals(0, surprises, () -> printed.toString(UTF_8));
    }
}
