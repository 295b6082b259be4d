package io.github.pollhttp.contract.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.contract.Feature;
import io.github.pollhttp.contract.Scenario;

/** {@link BackendContract} finds faults, and follows what a subclass says about its backend. */
class BackendContractTest {
    private static final String READ_TO_THE_END = "a body with Content-Length is read to its end";
    private static final String SENDS_A_FILE = "a client sends a file as a body unchanged";

    private static final class Kit extends BackendContract {
        private Set<Feature> missing = Set.of();
        private String added = "";
        private boolean losesBytes;

        @Override
        protected Set<Feature> missing() {
            return missing;
        }

        @Override
        protected String expected(Scenario<?> scenario) {
            return super.expected(scenario) + added;
        }

        @Override
        protected HTTPClient newClient() {
            return losesBytes ? losesTheLastByteOfEachRead(super.newClient()) : super.newClient();
        }
    }

    private static final Kit KIT = new Kit();

    @BeforeAll
    static void start() throws Exception {
        KIT.startServers();
    }

    @AfterAll
    static void stop() throws Exception {
        KIT.stopServers();
    }

    @AfterEach
    void reset() {
        KIT.missing = Set.of();
        KIT.added = "";
        KIT.losesBytes = false;
    }

    private static HTTPClient losesTheLastByteOfEachRead(HTTPClient client) {
        return (HTTPClient) Proxy.newProxyInstance(HTTPClient.class.getClassLoader(), new Class<?>[]{HTTPClient.class},
                (proxy, method, arguments) -> {
                    Object result = method.invoke(client, arguments);
                    return result instanceof byte[] bytes && bytes.length > 0
                            ? Arrays.copyOf(bytes, bytes.length - 1)
                            : result;
                });
    }

    private static void play(String name) throws Throwable {
        DynamicTest found = Stream.of(KIT.clientScenariosHaveTheirTrace(), KIT.requestScenariosHaveTheirTrace())
                .flatMap(tests -> tests).filter(each -> each.getDisplayName().equals(name)).findFirst().orElseThrow();
        found.getExecutable().execute();
    }

    @Test
    void backendWithTheTracesOfTheContractPasses() throws Throwable {
        play(READ_TO_THE_END);
        play(SENDS_A_FILE);
    }

    @Test
    void clientThatLosesAByteFails() {
        KIT.losesBytes = true;

        assertThrows(AssertionFailedError.class, () -> play(READ_TO_THE_END));
    }

    @Test
    void scenarioThatNeedsAMissingFeatureIsSkippedAndTheOthersArePlayed() throws Throwable {
        KIT.missing = Set.of(Feature.FILES);

        TestAbortedException skipped = assertThrows(TestAbortedException.class, () -> play(SENDS_A_FILE));
        assertEquals("Assumption failed: the backend lacks FILES", skipped.getMessage());
        play(READ_TO_THE_END);
    }

    @Test
    void ownTraceOfTheBackendIsRequired() {
        KIT.added = " and more";

        assertThrows(AssertionFailedError.class, () -> play(READ_TO_THE_END));
    }
}
