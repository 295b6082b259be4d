package io.github.pollhttp.size;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keeps the library small in the browser. A change that makes the bundle of {@link StreamedGet} too large fails here, and so does a change that
 * links a feature into a program that does not use it. The limits hold for TeaVM's {@code ADVANCED} optimization, minified, without checks for null
 * and array bounds, because published sizes of bundles are measured that way.
 */
class BundleSizeTest {
    private static final Path BUNDLES = Path.of("target", "bundles");
    /** Limits the code that the browser parses. TeaVM shortens the parameters of a script, but not its local variables. */
    private static final int MAX_BYTES = 22_600;
    /** Limits the download. */
    private static final int MAX_ZIPPED_BYTES = 9_000;

    private record Bundle(String name, int length, int zippedLength) {
        static Bundle of(String name) {
            try {
                byte[] bytes = Files.readAllBytes(BUNDLES.resolve(name));
                return new Bundle(name, bytes.length, zip(bytes));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private static int zip(byte[] bytes) throws IOException {
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(zipped) {
                {
                    def.setLevel(Deflater.BEST_COMPRESSION);
                }
            }) {
                zip.write(bytes);
            }
            return zipped.size();
        }

        @Override
        public String toString() {
            return String.format("%-17s %,7d bytes, %,6d gzipped", name, length, zippedLength);
        }
    }

    @BeforeAll
    static void printSizes() {
        for (String name : new String[]{"hello.js", "get.js", "request.js", "get-explained.js", "all-features.js",
                "get-strict.js",
                "get.wasm"}) {
            System.out.println("Bundle size: " + Bundle.of(name));
        }
    }

    @Test
    void streamedGetStaysBelowTheLimits() {
        Bundle get = Bundle.of("get.js");

        assertTrue(get.length() <= MAX_BYTES, get::toString);
        assertTrue(get.zippedLength() <= MAX_ZIPPED_BYTES, get::toString);
    }

    /** Each text belongs to one feature. The bundle that uses all features contains it, which proves that the search finds what is there. */
    @ParameterizedTest
    @ValueSource(strings = {"XMLHttpRequest", "no-cors", "clearTimeout", "getDirectory", "NETWORK_OR_CORS",
            "accept-charset", "Access-Control"})
    void unusedFeatureIsLeftOut(String text) throws IOException {
        assertTrue(contains("all-features.js", text), "the control does not find " + text);
        assertFalse(contains("get.js", text), text + " is in a bundle that does not use it");
    }

    private static boolean contains(String bundle, String text) throws IOException {
        return Files.readString(BUNDLES.resolve(bundle)).contains(text);
    }
}
