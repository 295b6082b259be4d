package io.github.pollhttp.stars.teavm;

import java.io.File;
import java.util.List;

import org.teavm.tooling.TeaVMSourceFilePolicy;
import org.teavm.tooling.sources.DirectorySourceFileProvider;
import org.teavm.vm.TeaVMOptimizationLevel;

import com.github.xpenatan.gdx.teavm.backends.shared.config.AssetFileHandle;
import com.github.xpenatan.gdx.teavm.backends.shared.config.compiler.TeaCompiler;
import com.github.xpenatan.gdx.teavm.backends.web.config.backend.WebBackend;

/** Compiles the game for the browser. It fails if TeaVM has any warning. */
public final class TeaVMBuilder {
    private TeaVMBuilder() {}

    /**
     * Compiles the game.
     *
     * @param args {@code debug}, {@code run} to serve the page at http://localhost:8080/, and {@code wasm} for WasmGC instead of JavaScript
     */
    public static void main(String[] args) {
        List<String> options = List.of(args);
        boolean debug = options.contains("debug");
        boolean wasm = options.contains("wasm");
        WebBackend backend = new WebBackend().setHtmlTitle("Stars").setHtmlWidth(800).setHtmlHeight(500)
                .setWebAssembly(wasm).setStartJettyAfterBuild(options.contains("run")).setJettyPort(8080);
        new TeaCompiler(backend).addAssets(new AssetFileHandle("../assets"))
                .setOptimizationLevel(debug ? TeaVMOptimizationLevel.SIMPLE : TeaVMOptimizationLevel.ADVANCED)
                .setMainClass(TeaVMLauncher.class.getName()).setObfuscated(!debug).setDebugInformationGenerated(debug)
                .setSourceMapsFileGenerated(debug).setSourceFilePolicy(TeaVMSourceFilePolicy.COPY)
                .addSourceFileProvider(new DirectorySourceFileProvider(new File("../core/src/main/java/")))
                .build(new File(System.getProperty("output", "build/dist"), wasm ? "wasm" : "js"));
    }
}
