package io.github.pollhttp.size;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The library stays small in a browser. Whoever makes a bundle larger sees it here; what a program does not use must not be in it. The
 * figures are of TeaVM's most thorough optimisation, minified, without its checks for null and array bounds, with which bundles are compared.
 */
class BundleSizeTest {
    private static final Path BUNDLES = Path.of("target", "bundles");
    private static final int MOST_RAW = 22_000;
    private static final int MOST_ZIPPED = 9_000;

    private record Bundle(String name, int raw, int zipped) {
        static Bundle of(String name) {
            try {
                byte[] bytes = Files.readAllBytes(BUNDLES.resolve(name));
                return new Bundle(name, bytes.length, zip(bytes));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private static int zip(byte[] bytes) throws IOException {
            ByteArrayOutputStream target = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(target) {
                {
                    def.setLevel(Deflater.BEST_COMPRESSION);
                }
            }) {
                zip.write(bytes);
            }
            return target.size();
        }

        @Override
        public String toString() {
            return String.format("%-17s %,7d bytes, %,6d gzipped", name, raw, zipped);
        }
    }

    @BeforeAll
    static void print() {
        for (String name : new String[]{"hello.js", "get.js", "get-explained.js", "get-strict.js", "get.wasm"}) {
            System.out.println("Bundle size: " + Bundle.of(name));
        }
    }

    @Test
    void helloWorldWithOneStreamedGetStaysSmall() {
        Bundle get = Bundle.of("get.js");

        assertTrue(get.raw() <= MOST_RAW, get::toString);
        assertTrue(get.zipped() <= MOST_ZIPPED, get::toString);
    }

    @Test
    void whatIsNotUsedIsNotThere() throws IOException {
        String get = Files.readString(BUNDLES.resolve("get.js"));

        for (String unused : new String[]{"XMLHttpRequest", "no-cors", "clearTimeout", "WebSocket", "getDirectory",
                "NETWORK_OR_CORS", "accept-charset", "Access-Control"}) {
            assertTrue(!get.contains(unused), unused + " is in a bundle that does not use it");
        }
    }
}
