package io.github.pollhttp.e2e.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static io.github.pollhttp.e2e.behaviour.server.Reply.bytes;
import static io.github.pollhttp.e2e.behaviour.server.Reply.gzip;
import static io.github.pollhttp.e2e.behaviour.server.Reply.hello;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.pollhttp.e2e.behaviour.server.BehaviourServer;
import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Site;

/** The JavaScript program in Node, which has {@code fetch}, and no page: no {@code addEventListener}, {@code location}, {@code navigator} or {@code XMLHttpRequest}. */
class NodeTest {
    private static final long LIMIT_SECONDS = 60;
    private static final String RUNNER = """
            import * as suite from './app.mjs';
            const program = suite[process.argv[2]];
            for (const line of process.argv[3].split('\\n')) {
              const [step, ...args] = line.split('\\t');
              program[step](...args);
              while (!program.frame()) {
                await new Promise((resolve) => setTimeout(resolve, 1));
              }
            }
            process.stdout.write(program.trace());
            process.exit();
            """;

    @TempDir
    private Path folder;
    private BehaviourServer server;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(hasNode(), "there is no Node 18 or newer on the path");
        server = BehaviourServer.start(folder);
        try (InputStream app = NodeTest.class.getResourceAsStream("/suite/app.js")) {
            Files.copy(app, folder.resolve("app.mjs"));
        }
        Files.writeString(folder.resolve("run.mjs"), RUNNER);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "-e", "process.exit(typeof fetch === 'function' ? 0 : 1)").start()
                    .waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private String run(String program, Site site, String... steps) throws Exception {
        Process node = new ProcessBuilder("node", "run.mjs", program, site.expanded(String.join("\n", steps)))
                .directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(node.getInputStream().readAllBytes(), UTF_8);
        assertEquals(true, node.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS));
        return site.shortened(said);
    }

    @Test
    void clientReadsAResponse() throws Exception {
        Site site = server.open(Map.of("/x", hello("X-A: 1")));

        assertEquals("connect:OK CONNECTING CONNECTED request:OK REQUESTING BODY code:200 body:hello CONNECTED "
                + "x-a:[1] length:5 url:{A}/~/x",
                run("BehaviourProgram", site, "begin", "connect\t{A}", "header\tX-Test: 1", "text\tdata",
                        "request\tPOST\t/~/x", "head", "body", "values\tx-a", "bodyLength", "url"));
        assertEquals("A POST /x data X-Test=1", site.log().get(0).line(List.of("X-Test")));
    }

    /** Node has neither a document nor a location, so a relative URL has no base. */
    @Test
    void relativeUrlIsRejected() throws Exception {
        Site site = server.open(Map.of());

        assertEquals("rejected", run("RequestProgram", site, "begin", "get\tlevel.json"));
    }

    @Test
    void lengthOfACodedBodyIsUnknown() throws Exception {
        Site site = server.open(Map.of("/x", bytes(200, gzip("hello"), "Content-Encoding: gzip")));

        assertEquals("SUCCESS:200:hello size:-1 downloaded:5",
                run("RequestProgram", site, "begin", "get\t{A}/~/x", "size"));
    }

    @Test
    void failureHasAMessageWithoutAdviceOnCors() throws Exception {
        Site site = server.open(Map.of());

        assertEquals("connect:OK CONNECTING CONNECTED request:OK REQUESTING CONNECTION_ERROR poll:ERR_CONNECTION_ERROR "
                + "nothing because:NETWORK_OR_CORS "
                + "message:{N}: the request failed, and the browser does not say why; check that the server runs",
                run("BehaviourProgram", site, "begin", "diagnostics", "connect\t{N}", "request\tGET\t/", "head",
                        "message"));
    }

    @Test
    void fileCannotBeOpenedWithoutTheFilesOfAPage() throws Exception {
        Site site = server.open(Map.of("/x", hello()));

        assertEquals("DOWNLOAD_FILE_CANT_OPEN:200:",
                run("RequestProgram", site, "begin", "file\tsave.bin", "get\t{A}/~/x"));
    }

    @Test
    void uploadWithoutXmlHttpRequestIsSentByFetch() throws Exception {
        Site site = server.open(Map.of("/x", hello(), "/cut", Reply.cutShort("Content-Length: 10")));

        assertEquals("SUCCESS:200:hello CONNECTION_ERROR:0: succeeded:5 failed:0",
                run("RequestProgram", site, "begin", "uploads", "send\tPOST\t{A}/~/x\tdata",
                        "send\tPOST\t{A}/~/cut\tdata", "add\t5\tPOST\t{A}/~/x\tdata", "drain"));
    }
}
