package io.github.pollhttp.size;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keeps the library small in the browser. A change that makes a small program too large fails here, and so does a change that links a feature into a
 * program that does not use it.
 */
class BundleSizeTest {
    private static void assertLimits(Class<?> program, int bytes, int zippedBytes) {
        Bundle bundle = Bundle.of(program);
        assertTrue(bundle.length() <= bytes, bundle::toString);
        assertTrue(bundle.zippedLength() <= zippedBytes, bundle::toString);
    }

    /** The first number limits the code that the browser parses. TeaVM shortens the parameters of a script, but not its local variables. */
    @Test
    void streamedGetStaysBelowTheLimits() {
        assertLimits(StreamedGet.class, 22_500, 9_000);
    }

    @Test
    void requestStaysBelowTheLimits() {
        assertLimits(SmallRequest.class, 38_900, 15_000);
    }

    @Test
    void queueStaysBelowTheLimits() {
        assertLimits(SmallQueue.class, 46_500, 18_000);
    }

    @Test
    void eventSourceStaysBelowTheLimits() {
        assertLimits(SmallEventSource.class, 35_300, 13_950);
    }

    /** Each text belongs to one feature. The bundle that uses all features contains it, which proves that the search finds what is there. */
    @ParameterizedTest
    @ValueSource(strings = {"XMLHttpRequest", "no-cors", "clearTimeout", "getDirectory", "NETWORK_OR_CORS",
            "accept-charset", "Access-Control"})
    void unusedFeatureIsLeftOut(String text) {
        assertTrue(Bundle.of(AllFeatures.class).contains(text), "the control does not find " + text);
        assertFalse(Bundle.of(StreamedGet.class).contains(text), text + " is in a bundle that does not use it");
        assertFalse(Bundle.of(SmallRequest.class).contains(text), text + " is in a bundle that does not use it");
    }

    /** Each text belongs to a part of HTTPRequest that is not used, or that the browser has built in. */
    @ParameterizedTest
    @ValueSource(strings = {"If-Range", "x-gzip"})
    void unusedPartOfARequestIsLeftOut(String text) {
        assertTrue(Bundle.of(AllFeatures.class).contains(text), "the control does not find " + text);
        assertFalse(Bundle.of(SmallRequest.class).contains(text), text + " is in a bundle that does not use it");
    }

    /** Only the size of the body needs this header. A program that asks for no size must not compute one. */
    @Test
    void sizeOfTheBodyIsLeftOut() {
        String header = "access-control-expose-headers";
        assertTrue(Bundle.of(AllFeatures.class).contains(header));
        assertFalse(Bundle.of(SmallRequest.class).contains(header));
        assertFalse(Bundle.of(SmallQueue.class).contains(header));
    }

    @Test
    void retriesAreLeftOut() {
        assertTrue(Bundle.of(RequestFeatures.Retries.class).contains("Retry-After"));
        assertFalse(Bundle.of(SmallRequest.class).contains("Retry-After"));
    }
}
