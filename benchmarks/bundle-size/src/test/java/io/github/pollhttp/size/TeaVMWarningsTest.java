package io.github.pollhttp.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;

/**
 * The library compiles without a warning. gdx-teavm fails the build of a game at any warning of TeaVM. The POM runs this test once for each TeaVM
 * version that games use, with that version alone on the class path.
 */
class TeaVMWarningsTest {
    @Test
    void compilerHasTheVersionThatThePomNames() {
        String jar = TeaVMTool.class.getProtectionDomain().getCodeSource().getLocation().getPath();

        assertTrue(jar.endsWith("-" + System.getProperty("teavm.version") + ".jar"), jar);
    }

    @ParameterizedTest
    @ValueSource(classes = {StreamedGet.class, AllFeatures.class})
    void programCompilesWithoutAWarning(Class<?> program, @TempDir File directory) throws Exception {
        TeaVMTool compiler = new TeaVMTool();
        compiler.setMainClass(program.getName());
        compiler.setTargetType(TeaVMTargetType.JAVASCRIPT);
        compiler.setTargetDirectory(directory);
        compiler.setTargetFileName("program.js");
        compiler.setStrict(false); // as gdx-teavm has it

        compiler.generate();

        assertEquals(List.of(),
                compiler.getProblemProvider().getProblems().stream().map(TeaVMWarningsTest::text).toList());
        assertTrue(new File(directory, "program.js").length() > 0);
    }

    private static String text(Problem problem) {
        DefaultProblemTextConsumer text = new DefaultProblemTextConsumer();
        problem.render(text);
        return problem.getSeverity() + " in " + method(problem) + ": " + text.getText();
    }

    private static String method(Problem problem) {
        return problem.getLocation() == null ? "no method" : String.valueOf(problem.getLocation().getMethod());
    }
}
