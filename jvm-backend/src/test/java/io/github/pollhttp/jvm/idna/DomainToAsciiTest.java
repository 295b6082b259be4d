package io.github.pollhttp.jvm.idna;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.github.pollhttp.internal.RejectionException;

/** The names of to-ascii.txt, which says where they come from. */
class DomainToAsciiTest {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");
    private static final String FAILURE = "-";

    @TestFactory
    Stream<DynamicTest> names() throws IOException {
        try (InputStream in = DomainToAsciiTest.class.getResourceAsStream("to-ascii.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("  "))
                    .map(pair -> dynamicTest(pair[0] + " is " + pair[1],
                            () -> assertEquals(pair[1], convert(unescaped(pair[0])))));
        }
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)));
    }

    private static String convert(String name) {
        try {
            return DomainToAscii.convert(name);
        } catch (RejectionException e) {
            return FAILURE;
        }
    }
}
