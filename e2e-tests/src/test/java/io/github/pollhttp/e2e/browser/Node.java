package io.github.pollhttp.e2e.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.pollhttp.contract.Engine;

/**
 * An installed Node.
 *
 * @param command its executable
 * @param version its version, for example {@code 24.19.0}
 * @param hasWasm whether it can run WasmGC
 */
public record Node(String command, String version, boolean hasWasm) {
    /** Gives the version, and whether a WasmGC module with a struct type is valid. */
    private static final String DESCRIPTION = "process.versions.node + ' '"
            + " + WebAssembly.validate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 3, 1, 95, 0))";
    private static final List<Node> ALL = find();

    /** Returns the Node that Playwright brings, which is always there, and then the one on the path, if there is one. */
    public static List<Node> all() {
        return ALL;
    }

    private static List<Node> find() {
        List<Node> found = new ArrayList<>();
        try {
            found.add(describe(PlaywrightLauncher.node()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            found.add(describe("node"));
        } catch (IOException e) {
            RunLog.say("There is no node on the path. To run the tests in a second version of Node, install one.");
        }
        return found;
    }

    private static Node describe(String command) throws IOException {
        String[] words = Commands.output(command, "--print", DESCRIPTION).split(" ");
        RunLog.say("Tests run in Node " + words[0] + ".");
        return new Node(command, words[0], Boolean.parseBoolean(words[1]));
    }

    /** Returns the platforms that it can run. */
    public Stream<Platform> platforms() {
        return Platform.of(Engine.NODE).filter(each -> hasWasm || each.target() != Target.WASM);
    }

    /** Starts a process that loads the compiled program. */
    public Realm open(Target target) {
        return NodeRealm.start(command, target);
    }
}
