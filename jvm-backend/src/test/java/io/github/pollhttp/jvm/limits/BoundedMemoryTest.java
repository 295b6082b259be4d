package io.github.pollhttp.jvm.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.ResponseLimits;

/** A response with an endless part fails as soon as the received bytes exceed the documented limit of that part. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BoundedMemoryTest {
    private static final ResponseLimits LIMITS = ResponseLimits.DEFAULT;
    private static final ResponseLimits SMALL = new ResponseLimits(4000, 50, 3000, 200, 1000);

    /** Number of bytes that one call receives at once. A limit is checked after that, so it may be exceeded by as many. */
    private static final int ONE_RECEIVE = 64 * 1024;
    private static final int MOST_INTERIM = 32;
    private static final int MOST_ROUNDS = 10_000;
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String INTERIM = "HTTP/1.1 103 Early Hints\r\nLink: </style>\r\n\r\n";

    /** @param bound number of bytes after which the response has to fail */
    private record EndlessPart(String what, String opening, String repeated, long bound, Reason reason) {}

    private static Stream<EndlessPart> endlessParts(ResponseLimits limits) {
        return Stream.of(
                new EndlessPart("a reason phrase", OK.trim(), "x", limits.line(), Reason.RESPONSE_TOO_LARGE),
                new EndlessPart("a header's name", OK, "x", limits.line(), Reason.RESPONSE_TOO_LARGE),
                new EndlessPart("a header's value", OK + "a: ", "b", limits.line(), Reason.RESPONSE_TOO_LARGE),
                new EndlessPart("white space", OK + "a: ", " ", limits.line(), Reason.RESPONSE_TOO_LARGE),
                new EndlessPart("a folded header", OK + "a: b\r\n", " c\r\n", limits.head(),
                        Reason.RESPONSE_TOO_LARGE),
                new EndlessPart("empty folds", OK + "a: b\r\n", " \r\n", limits.head(), Reason.RESPONSE_TOO_LARGE),
                new EndlessPart("short headers", OK, "a: b\r\n", 6L * limits.headers() + OK.length(),
                        Reason.RESPONSE_TOO_LARGE),
                new EndlessPart("long headers", OK, "a: " + "b".repeat(2000) + "\r\n", limits.head(),
                        Reason.RESPONSE_TOO_LARGE),
                new EndlessPart("interim responses", "", INTERIM, (long) MOST_INTERIM * INTERIM.length(),
                        Reason.RESPONSE_MALFORMED),
                new EndlessPart("a chunk extension", CHUNKED + "5;", "x", limits.chunkLine() + CHUNKED.length(),
                        Reason.RESPONSE_TOO_LARGE),
                new EndlessPart("space after a chunk's size", CHUNKED + "5", " ", limits.chunkLine() + CHUNKED.length(),
                        Reason.RESPONSE_TOO_LARGE),
                new EndlessPart("a chunk's size", CHUNKED, "0", 16 + CHUNKED.length(), Reason.RESPONSE_MALFORMED),
                new EndlessPart("a trailer", CHUNKED + "0\r\na: ", "b", limits.trailers() + CHUNKED.length(),
                        Reason.RESPONSE_TOO_LARGE),
                new EndlessPart("trailers", CHUNKED + "0\r\n", "a: b\r\n", 6L * limits.headers() + CHUNKED.length(),
                        Reason.RESPONSE_TOO_LARGE),
                new EndlessPart("folded trailers", CHUNKED + "0\r\na: b\r\n", "\tc\n",
                        limits.trailers() + CHUNKED.length(),
                        Reason.RESPONSE_TOO_LARGE));
    }

    @TestFactory
    Stream<DynamicTest> endlessPartFailsAtTheDefaultLimit() {
        return endlessParts(LIMITS)
                .map(each -> DynamicTest.dynamicTest(each.what(), () -> expectFailureAtLimit(each, LIMITS)));
    }

    @TestFactory
    Stream<DynamicTest> endlessPartFailsAtTheLimitOfTheProgram() {
        return endlessParts(SMALL)
                .map(each -> DynamicTest.dynamicTest(each.what(), () -> expectFailureAtLimit(each, SMALL)));
    }

    private static void expectFailureAtLimit(EndlessPart part, ResponseLimits limits) {
        HTTPClient client = HTTPClient.create();
        EndlessResponseStream peer = new EndlessResponseStream(part.opening(), part.repeated());
        client.setConnection(peer);
        client.setResponseLimits(limits);
        client.request(Method.METHOD_GET, "/", List.of());
        int rounds = 0;
        while (client.getStatus() == Status.STATUS_REQUESTING || client.getStatus() == Status.STATUS_BODY) {
            client.poll();
            assertEquals(0, client.readResponseBodyChunk().length);
            assertTrue(++rounds < MOST_ROUNDS, () -> "still going on after " + peer.given() + " bytes");
        }
        assertEquals(Status.STATUS_CONNECTION_ERROR, client.getStatus());
        assertEquals(part.reason(), client.getFailure().reason(), () -> client.getFailure().message());
        assertTrue(peer.given() <= part.bound() + ONE_RECEIVE, () -> "received " + peer.given());
        assertTrue(peer.isClosed());
    }
}
