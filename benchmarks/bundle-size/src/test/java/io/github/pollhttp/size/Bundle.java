package io.github.pollhttp.size;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import org.teavm.backend.javascript.JSModuleType;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * A program as JavaScript: {@code ADVANCED} optimization, minified, without checks for null and array bounds, because published sizes of bundles are
 * measured that way.
 *
 * @param text         the script
 * @param length       its length in bytes
 * @param zippedLength its length in bytes, compressed by gzip
 */
record Bundle(String text, int length, int zippedLength) {
    private static final Map<Class<?>, Bundle> COMPILED = new ConcurrentHashMap<>();

    /** Compiles a program, or returns what was compiled before. */
    static Bundle of(Class<?> program) {
        return COMPILED.computeIfAbsent(program, Bundle::compile);
    }

    private static Bundle compile(Class<?> program) {
        TeaVMTool compiler = new TeaVMTool();
        File directory = new File("target/bundles");
        String file = program.getSimpleName() + ".js";
        compiler.setMainClass(program.getName());
        compiler.setTargetType(TeaVMTargetType.JAVASCRIPT);
        compiler.setJsModuleType(JSModuleType.ES2015);
        compiler.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
        compiler.setObfuscated(true);
        compiler.setStrict(false);
        compiler.setTargetDirectory(directory);
        compiler.setTargetFileName(file);
        try {
            compiler.generate();
            byte[] bytes = Files.readAllBytes(directory.toPath().resolve(file));
            return new Bundle(new String(bytes, StandardCharsets.UTF_8), bytes.length, zip(bytes));
        } catch (TeaVMToolException | IOException e) {
            throw new AssertionError(program + " was not compiled", e);
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

    boolean contains(String word) {
        return text.contains(word);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d bytes, %,d gzipped", length, zippedLength);
    }
}
