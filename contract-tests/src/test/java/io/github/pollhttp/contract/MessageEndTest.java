package io.github.pollhttp.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * A message for the program ends with a full stop: those of rejections, and those of the unchecked exceptions that the library throws. {@code Failure}
 * and {@code HTTPResponse.message()} add the full stop themselves. The message of an {@code IOException} is a part of another message.
 */
class MessageEndTest {
    private static final List<String> MODULES = List.of("shared-api", "jvm-backend", "web-backend", "gdx-net",
            "testing");

    private static final Pattern CREATION = Pattern.compile("new (?:IllegalArgument|IllegalState|UnsupportedOperation"
            + "|GdxRuntime)Exception\\(|RejectionException\\s*\\.(?:invalid|unavailable)\\(");

    /** A call that returns a message that was made elsewhere, or a variable with one. */
    private static final Pattern ELSEWHERE = Pattern.compile("message|(\\(\\) -> )?[\\w.]*"
            + "(?:[mM]essage|getRejection|reasonAgainst|noEventStream|clientRejected)\\(.*\\)");

    /** More than half of the messages that there are, so that a wrong pattern is noticed. */
    private static final int FEWEST = 60;

    @Test
    void messagesEndWithAFullStop() throws IOException {
        List<String> wrong = new ArrayList<>();
        int count = 0;
        for (Path source : sources()) {
            for (String message : messages(Files.readString(source))) {
                count++;
                if (!isEnded(message)) {
                    wrong.add(source.getFileName() + ": " + message);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(count > FEWEST, "only " + count + " messages were found");
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    /** @return the expressions that make the messages in a source */
    private static List<String> messages(String source) {
        List<String> messages = new ArrayList<>();
        Matcher creation = CREATION.matcher(source);
        while (creation.find()) {
            String before = source.substring(source.lastIndexOf('\n', creation.start()) + 1, creation.start());
            String message = firstArgument(source, creation.end());
            if (!before.strip().startsWith("*") && !message.isEmpty()) {
                messages.add(message);
            }
        }
        return messages;
    }

    private static String firstArgument(String source, int start) {
        int depth = 0;
        boolean quoted = false;
        int end = start;
        while (depth > 0 || quoted || source.charAt(end) != ')' && source.charAt(end) != ',') {
            char c = source.charAt(end);
            if (quoted && c == '\\') {
                end++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            end++;
        }
        return source.substring(start, end).replaceAll("\\s+", " ").strip();
    }

    /** Also each branch of a condition has to end with a full stop. */
    private static boolean isEnded(String message) {
        boolean isJoined = message.endsWith(".\"")
                || Pattern.compile("\\+ [\\w.]*[mM]essage\\(\\)$").matcher(message).find();
        return ELSEWHERE.matcher(message).matches()
                || isJoined && !Pattern.compile("[^.]\" : ").matcher(message).find();
    }
}
