package io.github.pollhttp.spi;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.ManualClock;
import io.github.pollhttp.ScriptedBackend;

/** Finding the one backend. */
class InstalledBackendTest {
    private record Provider(String artifact) implements BackendProvider {
        @Override
        public Backend create() {
            return new ScriptedBackend(new ManualClock());
        }

        @Override
        public RequestPlatform requestPlatform() {
            throw new UnsupportedOperationException("no request is made");
        }
    }

    private static void assertNamesBothArtifactsToAdd(IllegalStateException missing) {
        assertTrue(missing.getMessage().contains("pollhttp-jvm"), missing.getMessage());
        assertTrue(missing.getMessage().contains("pollhttp-web"), missing.getMessage());
    }

    @Test
    void theOnlyOneIsTaken() {
        Provider only = new Provider("pollhttp-jvm");

        assertSame(only, InstalledBackend.theOnly(List.of(only)));
    }

    @Test
    void withoutOneTheMessageNamesTheArtifactsToAdd() {
        assertNamesBothArtifactsToAdd(
                assertThrows(IllegalStateException.class, () -> InstalledBackend.theOnly(List.of())));
    }

    @Test
    void ofTwoTheMessageNamesTheArtifactsToChooseFrom() {
        List<BackendProvider> two = List.of(new Provider("pollhttp-one"), new Provider("pollhttp-two"));

        IllegalStateException tooMany = assertThrows(IllegalStateException.class, () -> InstalledBackend.theOnly(two));

        assertTrue(tooMany.getMessage().contains("pollhttp-one"), tooMany.getMessage());
        assertTrue(tooMany.getMessage().contains("pollhttp-two"), tooMany.getMessage());
    }

    @Test
    void onThisClassPathThereIsNone() {
        assertNamesBothArtifactsToAdd(assertThrows(IllegalStateException.class, HTTPClient::create));
    }
}
