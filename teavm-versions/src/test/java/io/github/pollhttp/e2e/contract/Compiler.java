package io.github.pollhttp.e2e.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.teavm.backend.javascript.JSModuleType;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

import io.github.pollhttp.e2e.browser.Target;

/** Compiles a program with the TeaVM version of the module, and with the settings of gdx-teavm: {@code strict} is off. */
final class Compiler {
    private static final String WASM_RUNTIME = "/org/teavm/backend/wasm/wasm-gc-module-runtime.min.js";

    private Compiler() {}

    /**
     * Compiles a program to {@code app.js}, or to {@code app.wasm} and {@code wasm-runtime.js}.
     *
     * @return the errors and warnings
     */
    static List<String> compile(Class<?> program, Target target, Path directory)
            throws TeaVMToolException, IOException {
        TeaVMTool compiler = new TeaVMTool();
        compiler.setMainClass(program.getName());
        compiler.setTargetDirectory(directory.toFile());
        compiler.setTargetFileName("app." + target.parameter());
        compiler.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
        compiler.setObfuscated(true);
        compiler.setStrict(false);
        if (target == Target.JS) {
            compiler.setTargetType(TeaVMTargetType.JAVASCRIPT);
            compiler.setJsModuleType(JSModuleType.ES2015);
        } else {
            compiler.setTargetType(TeaVMTargetType.WEBASSEMBLY_GC);
            copyWasmRuntime(directory);
        }
        compiler.generate();
        return compiler.getProblemProvider().getProblems().stream().map(Compiler::text).toList();
    }

    private static void copyWasmRuntime(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (InputStream runtime = TeaVMTool.class.getResourceAsStream(WASM_RUNTIME)) {
            Files.copy(runtime, directory.resolve("wasm-runtime.js"), StandardCopyOption.REPLACE_EXISTING);
        }
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
