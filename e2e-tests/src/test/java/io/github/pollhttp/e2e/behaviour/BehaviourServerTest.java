package io.github.pollhttp.e2e.behaviour;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.github.pollhttp.e2e.behaviour.server.BehaviourServer;
import io.github.pollhttp.e2e.browser.BrowsersOfTheRun;

/** A class of tests that run in browsers, with a server of its own. */
@ExtendWith(BrowsersOfTheRun.class)
abstract class BehaviourServerTest {
    static BehaviourServer server;

    @BeforeAll
    static void startServer(@TempDir Path directory) throws Exception {
        server = BehaviourServer.start(directory);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }
}
