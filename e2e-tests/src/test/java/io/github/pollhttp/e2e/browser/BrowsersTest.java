package io.github.pollhttp.e2e.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.contract.Engine;

class BrowsersTest {
    @Test
    void chromiumIsAlwaysDemandedAndTheOthersByName() {
        assertEquals(Set.of(Engine.CHROMIUM), Browsers.demanded(""));
        assertEquals(Set.of(Engine.CHROMIUM, Engine.WEBKIT), Browsers.demanded("webkit"));
        assertEquals(Set.of(Engine.values()), Browsers.demanded("firefox,webkit"));
        assertEquals(Set.of(Engine.values()), Browsers.demanded("all"));
    }

    @Test
    void aNameThatIsNoneIsAnErrorThatSaysWhichThereAre() {
        String message = assertThrows(IllegalArgumentException.class, () -> Browsers.demanded("firefox,safari"))
                .getMessage();
        assertTrue(message.contains("FIREFOX") && message.contains("\"safari\""), message);
    }
}
