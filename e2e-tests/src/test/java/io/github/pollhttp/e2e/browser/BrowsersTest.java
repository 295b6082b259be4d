package io.github.pollhttp.e2e.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.contract.Engine;

class BrowsersTest {
    private static final Set<Engine> ALL = Set.of(Engine.CHROMIUM, Engine.FIREFOX, Engine.WEBKIT);

    @Test
    void chromiumIsAlwaysRequiredAndTheOthersByName() {
        assertEquals(Set.of(Engine.CHROMIUM), Browsers.required(""));
        assertEquals(Set.of(Engine.CHROMIUM, Engine.WEBKIT), Browsers.required("webkit"));
        assertEquals(ALL, Browsers.required("firefox,webkit"));
        assertEquals(ALL, Browsers.required("all"));
    }

    @Test
    void unknownNameIsAnErrorThatListsTheKnownOnes() {
        String message = assertThrows(IllegalArgumentException.class, () -> Browsers.required("firefox,safari"))
                .getMessage();
        assertTrue(message.contains("FIREFOX") && message.contains("\"safari\""), message);
    }
}
