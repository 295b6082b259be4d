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
    private static final int OLDEST = 20;
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
            Node onPath = describe("node");
            if (onPath.isTooOld()) {
                RunLog.say("The tests do not run in Node " + onPath.version() + ", which is on the path, because it is "
                        + "too old. To run them in a second version of Node, install Node " + OLDEST + " or newer.");
            } else {
                found.add(onPath);
            }
        } catch (IOException e) {
            RunLog.say("There is no node on the path. To run the tests in a second version of Node, install one.");
        }
        found.forEach(node -> RunLog.say("Tests run in Node " + node.version() + "."));
        return found;
    }

    private static Node describe(String command) throws IOException {
        String[] words = Commands.output(command, "--print", DESCRIPTION).split(" ");
        return new Node(command, words[0], Boolean.parseBoolean(words[1]));
    }

    /** Returns whether the library does not support this version. */
    boolean isTooOld() {
        return Integer.parseInt(version.substring(0, version.indexOf('.'))) < OLDEST;
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
