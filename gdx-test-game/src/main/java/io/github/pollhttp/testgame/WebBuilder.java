package io.github.pollhttp.testgame;

import java.io.File;

import org.teavm.vm.TeaVMOptimizationLevel;

import com.github.xpenatan.gdx.teavm.backends.shared.config.AssetFileHandle;
import com.github.xpenatan.gdx.teavm.backends.shared.config.compiler.TeaCompiler;
import com.github.xpenatan.gdx.teavm.backends.web.config.backend.WebBackend;

/** Compiles the pages by gdx-teavm, as JavaScript and as WasmGC. One process does both, because the second compilation in a JVM is faster. */
public final class WebBuilder {
    private WebBuilder() {}

    /** @param args the folder of the assets, and the folder for the pages */
    public static void main(String[] args) {
        build(args[0], new File(args[1], "js"), new WebBackend());
        build(args[0], new File(args[1], "wasm"), new WebBackend().setWebAssembly(true));
    }

    private static void build(String assets, File output, WebBackend backend) {
        new TeaCompiler(backend).addAssets(new AssetFileHandle(assets))
                .setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED).setMainClass(WebLauncher.class.getName())
                .setObfuscated(true).build(output);
    }
}
