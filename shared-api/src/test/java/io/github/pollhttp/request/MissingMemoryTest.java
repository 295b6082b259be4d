package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.BarePlatform;
import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.ManualClock;
import io.github.pollhttp.ScriptedOrigin;
import io.github.pollhttp.spi.ClientFacts;

/** A JVM without free memory: each request still calls its listener once, and poll() throws nothing. */
@Timeout(60)
class MissingMemoryTest {
    /** Starts a request. Runs in a class loader of its own. */
    public static final class Starter {
        public static void run() {
            HTTPRequest http = ScriptedRequests.create(new ManualClock());
            assertEquals(ErrorCode.OK, http.request("http://example.com/"));
        }
    }

    /** Loads the library again and tells what it has loaded. */
    private static final class OwnLoader extends URLClassLoader {
        private OwnLoader(URL[] path) {
            super(path, ClassLoader.getPlatformClassLoader());
        }

        private boolean hasLoaded(Class<?> type) {
            return findLoadedClass(type.getName()) != null;
        }
    }

    @Test
    void resultForMissingMemoryExistsFromTheBeginning() throws Exception {
        List<URL> path = new ArrayList<>();
        for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.add(Path.of(each).toUri().toURL());
        }
        try (OwnLoader loader = new OwnLoader(path.toArray(new URL[0]))) {
            Class.forName(Starter.class.getName(), true, loader).getMethod("run").invoke(null);
            assertTrue(loader.hasLoaded(RequestExecution.class));
            assertTrue(loader.hasLoaded(RequestResult.class), "the class would be loaded when there is no memory");
        }
    }

    /** A client that throws at one of its calls. */
    private static final class PoorClient {
        private final HTTPClient client = ScriptedOrigin.backend(new ManualClock()).client();
        private int callsToThrow = Integer.MAX_VALUE;
        private boolean throwsOn;

        private HTTPClient proxy() {
            return (HTTPClient) Proxy.newProxyInstance(HTTPClient.class.getClassLoader(),
                    new Class<?>[]{HTTPClient.class, ClientFacts.class}, (proxy, method, arguments) -> {
                        if (--callsToThrow == 0 || callsToThrow < 0 && throwsOn) {
                            throw new OutOfMemoryError("no memory");
                        }
                        try {
                            return method.invoke(client, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    @Test
    void memoryThatIsMissingInAnyCallOfTheClientEndsInTheListener() {
        for (boolean throwsOn : new boolean[]{false, true}) {
            boolean reached = true;
            for (int calls = 1; reached; calls++) {
                reached = completesOnce(calls, throwsOn);
            }
        }
    }

    /** @return whether the request made that many calls */
    private static boolean completesOnce(int calls, boolean throwsOn) {
        PoorClient poor = new PoorClient();
        poor.throwsOn = throwsOn;
        List<String> ends = new ArrayList<>();
        ManualClock clock = new ManualClock();
        PollingRequest http = new PollingRequest(poor.proxy(), new BarePlatform(),
                new TestProvider(clock, () -> 0, () -> 0));
        http.setRequestCompletedListener((result, code, headers, body) -> {
            poor.callsToThrow = Integer.MAX_VALUE;
            ends.add(result.name());
        });
        try (ScriptedOrigin origin = new ScriptedOrigin(
                request -> "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
            poor.callsToThrow = calls;
            assertEquals(ErrorCode.OK, http.request(origin.url("/")));
            for (int i = 0; i < 100 && http.isRequesting(); i++) {
                http.poll();
            }
        } catch (OutOfMemoryError e) { // would end the process of the tests
            throw new AssertionError("poll() threw it, at call " + calls, e);
        }
        assertEquals(1, ends.size(), calls + " " + ends);
        boolean reached = ends.equals(List.of("RESULT_BODY_SIZE_LIMIT_EXCEEDED"));
        assertTrue(reached || ends.equals(List.of("RESULT_SUCCESS")), calls + " " + ends);
        return reached;
    }
}
