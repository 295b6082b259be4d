package io.github.pollhttp.jvm.idna;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.sun.management.ThreadMXBean;

import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;

/** A host that is too long for the DNS is rejected before work is spent on it, because a server chooses the host of a Location. */
class LongHostTest {
    private static final int COUNT = 60_000;

    /** Parsing copies a text a few times. Work on each character, or on each label, takes much more. */
    private static final long MOST_BYTES_PER_CHARACTER = 60;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static String rejection(String host) {
        return assertThrows(RejectionException.class, () -> RequestUrl.parse("http://" + host + "/")).getMessage();
    }

    @ParameterizedTest
    @CsvSource({"'', .", "'', a.", "xn--, a", "'', \u00E9", "'', \u00E0\u00E1\u00E2\u00E3\u00E4\u00E5", "a, \u00AD",
            "'', \uD83D\uDE00",
            "'', \u3002", "xn--a-, a", "'', xn--", "'', xn--a.", "\u00E9., a", "'', e\u0301"})
    void workIsInProportionToTheLength(String start, String repeated) {
        String host = start + repeated.repeat(COUNT / repeated.length());
        rejection("\u00E9..a"); // loads the classes
        long before = THREADS.getCurrentThreadAllocatedBytes();

        String message = rejection(host);

        long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(bytes < MOST_BYTES_PER_CHARACTER * COUNT, bytes + " bytes");
        assertTrue(message.contains("at most 253 characters, in labels of 1 to 63"), message);
    }

    @Test
    void labelsOfThePossibleLengthAreConverted() throws RejectionException {
        String label = "a".repeat(63);
        assertEquals(label + ".xn--bcher-kva", DomainToAscii.convert(label + ".b\u00FCcher"));
        assertEquals("xn--bcher-kva", DomainToAscii.convert("b\u00FC" + "\u00AD".repeat(900) + "cher"));
        assertThrows(RejectionException.class, () -> DomainToAscii.convert(label + "a.b\u00FCcher"));
    }
}
