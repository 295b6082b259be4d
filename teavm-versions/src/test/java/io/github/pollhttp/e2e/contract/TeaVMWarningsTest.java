package io.github.pollhttp.e2e.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teavm.tooling.TeaVMTool;

import io.github.pollhttp.e2e.browser.Target;
import io.github.pollhttp.e2e.snippets.SnippetProgram;
import io.github.pollhttp.size.AllFeatures;

/**
 * The library, the adapter for libGDX and the samples of the documentation compile without a warning. gdx-teavm fails the build of a game at any
 * warning of TeaVM.
 */
class TeaVMWarningsTest {
    @Test
    void compilerHasTheVersionThatThePomNames() {
        String jar = TeaVMTool.class.getProtectionDomain().getCodeSource().getLocation().getPath();

        assertTrue(jar.endsWith("-" + System.getProperty("teavm.version") + ".jar"), jar);
    }

    @ParameterizedTest
    @ValueSource(classes = {AllFeatures.class, SnippetProgram.class})
    void programCompilesWithoutAWarning(Class<?> program, @TempDir Path directory) throws Exception {
        assertEquals(List.of(), Compiler.compile(program, Target.JS, directory));
    }
}
