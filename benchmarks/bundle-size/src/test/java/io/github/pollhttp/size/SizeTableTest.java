package io.github.pollhttp.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/**
 * The sizes in {@code docs/teavm.md} are those of the current code. Small differences are allowed, so that not every change of the library changes the
 * page. {@code mvn verify -pl benchmarks/bundle-size -am -Dsizes=update} writes the page.
 */
class SizeTableTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "teavm.md");
    private static final String BEGIN = "<!-- sizes -->\n";
    private static final String END = "<!-- end of sizes -->\n";
    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*");

    /** How much a size may differ: 3 %, or 100 bytes if that is more. */
    private static boolean isClose(long written, long measured) {
        return Math.abs(written - measured) <= Math.max(100, Math.abs(measured) * 3 / 100);
    }

    @Test
    void pageShowsTheSizesOfTheCurrentCode() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        String measured = "\n" + SizeTable.measured() + "\n";
        System.out.println(measured);
        if ("update".equals(System.getProperty("sizes"))) {
            Files.writeString(PAGE, page.substring(0, begin) + measured + page.substring(end));
            return;
        }
        String written = page.substring(begin, end);
        assertEquals(withoutNumbers(measured), withoutNumbers(written), SizeTableTest::remedy);
        List<Long> expected = numbers(measured);
        List<Long> found = numbers(written);
        for (int i = 0; i < expected.size(); i++) {
            assertTrue(isClose(found.get(i), expected.get(i)),
                    found.get(i) + " instead of " + expected.get(i) + ". " + remedy());
        }
    }

    private static String remedy() {
        return "docs/teavm.md is out of date. Write it: mvn verify -pl benchmarks/bundle-size -am -Dsizes=update";
    }

    private static String withoutNumbers(String text) {
        return NUMBER.matcher(text).replaceAll("0");
    }

    private static List<Long> numbers(String text) {
        List<Long> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(Long.parseLong(matcher.group().replace(",", "")));
        }
        return numbers;
    }
}
