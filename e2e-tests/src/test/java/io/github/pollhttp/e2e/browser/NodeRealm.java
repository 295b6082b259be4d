package io.github.pollhttp.e2e.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;

import com.google.gson.Gson;

/** A Node process that runs {@code suite/node.js}. Calls and answers are lines of JSON on its standard input and output. */
record NodeRealm(Process process, BufferedWriter calls, BufferedReader answers) implements Realm {
    private static final Gson JSON = new Gson();

    static NodeRealm start(String command, Target target) {
        try {
            Path suite = Path.of(NodeRealm.class.getResource("/suite/node.js").toURI());
            Process process = new ProcessBuilder(command, suite.toString(), target.parameter())
                    .directory(suite.getParent().toFile()).redirectError(Redirect.INHERIT).start();
            NodeRealm realm = new NodeRealm(process, process.outputWriter(UTF_8), process.inputReader(UTF_8));
            realm.answer(); // the program has been loaded
            return realm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object evaluate(String function, Object... arguments) {
        try {
            calls.write(JSON.toJson(Map.of("source", function, "args", arguments)));
            calls.newLine();
            calls.flush();
            Map<?, ?> answer = answer();
            if (answer.containsKey("error")) {
                throw new IllegalStateException((String) answer.get("error"));
            }
            return answer.get("value");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<?, ?> answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("Node has ended without an answer");
        }
        return JSON.fromJson(line, Map.class);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
