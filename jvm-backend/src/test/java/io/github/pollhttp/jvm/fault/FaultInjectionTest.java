package io.github.pollhttp.jvm.fault;

import static io.github.pollhttp.HTTPClient.Method.METHOD_GET;
import static io.github.pollhttp.HTTPClient.Method.METHOD_HEAD;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.WireResponse;

/**
 * Injects every kind of fault at every byte of several responses, over real sockets. The client never hangs, never delivers bytes that were not
 * received, never takes a truncated body for a complete one, and can serve the next request.
 */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultInjectionTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String ON_USED_CONNECTION = "second-of-two";
    private static final Map<String, WireResponse> RESPONSES = new LinkedHashMap<>();

    static {
        RESPONSES.put("length", ofLength());
        RESPONSES.put("chunked", WireResponse.to(METHOD_GET).framing(OK + "Transfer-Encoding: chunked\r\n\r\n")
                .chunk(bytes("hello"), "").chunk(bytes(" and welcome, all"), ";note=\"a b\"")
                .framing("0\r\nX-Sum: 5\r\n\r\n"));
        RESPONSES.put("until-close", WireResponse.to(METHOD_GET).framing("HTTP/1.0 200 OK\r\nServer: old\r\n\r\n")
                .body("as long as it takes").untilClose());
        RESPONSES.put("interim", WireResponse.to(METHOD_GET)
                .framing("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
                .framing("HTTP/1.1 404 Not Found\r\nContent-Length: 3\r\n\r\n").body("gone".substring(1)));
        RESPONSES.put("head", WireResponse.to(METHOD_HEAD).framing(OK + "Content-Length: 1000\r\nX-A: b\r\n\r\n"));
        RESPONSES.put("no-content", WireResponse.to(METHOD_GET).framing("HTTP/1.1 204 No Content\r\nX-A: b\r\n\r\n"));
        RESPONSES.put(ON_USED_CONNECTION, ofLength());
    }

    private FaultInjectingServer server;

    private static WireResponse ofLength() {
        return WireResponse.to(METHOD_GET).framing(OK + "Server: test\r\nContent-Length: 11\r\n\r\n")
                .body("eleven byte");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @BeforeAll
    void start() throws Exception {
        server = new FaultInjectingServer(RESPONSES);
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> faultAtEveryByteHasAnAllowedOutcome() {
        return RESPONSES.keySet().stream().flatMap(name -> Arrays.stream(InjectedFault.Kind.values())
                .map(kind -> DynamicTest.dynamicTest(kind + " at every byte of " + name, () -> run(name, kind))));
    }

    private void run(String name, InjectedFault.Kind kind) {
        WireResponse response = RESPONSES.get(name);
        List<FaultInjectedExchange> underWay = InjectedFault.atEveryByteOf(kind, response)
                .map(fault -> new FaultInjectedExchange(server, name, response, fault, name.equals(ON_USED_CONNECTION)))
                .collect(Collectors.toList());
        try {
            GameLoop.await(() -> {
                underWay.removeIf(FaultInjectedExchange::step);
                return underWay.isEmpty();
            });
        } catch (AssertionError e) {
            throw new AssertionError(underWay.size() + " under way, the first is " + underWay.get(0), e);
        }
    }
}
