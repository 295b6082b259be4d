package io.github.pollhttp.bench.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.pollhttp.bench.peer.Peer;
import io.github.pollhttp.bench.peer.Peers;
import io.github.pollhttp.bench.process.Server;
import io.github.pollhttp.bench.wire.Answer;
import io.github.pollhttp.bench.wire.Path;
import io.github.pollhttp.bench.wire.Pattern;

/** Runs each peer on each workload, and checks every byte of the bodies. */
@Timeout(60)
class PeersTest {
    private static final int LARGE = 1024 * 1024;
    private static Server server;

    @BeforeAll
    static void startServer() throws IOException {
        server = Server.start(List.of());
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static Task task(Workload workload, String path, long length, int connections) {
        return new Task(workload, server.origin(), path, length, connections, TimeUnit.MILLISECONDS.toNanos(1))
                .thoroughly();
    }

    private static Figures run(Peers peer, Workload workload, String path, long length, int connections)
            throws Exception {
        try (Peer fresh = Peers.create(peer.type())) {
            return Workload.run(fresh, task(workload, path, length, connections));
        }
    }

    @ParameterizedTest
    @EnumSource
    void receivesBodiesWithContentLength(Peers peer) throws Exception {
        assertTrue(run(peer, Workload.REQUESTS, Path.plain(Path.SMALL), Path.SMALL, 1).requests() > 0);
        assertTrue(run(peer, Workload.DOWNLOAD, Path.plain(LARGE), LARGE, 1).bytes() >= LARGE);
    }

    @ParameterizedTest
    @EnumSource
    void looksUpAHeaderField(Peers peer) throws Exception {
        Task task = task(Workload.REQUESTS, Path.fields(40, Path.SMALL), Path.SMALL, 1);
        try (Peer fresh = Peers.create(peer.type())) {
            assertTrue(Workload.run(fresh, task.lookingUp()).requests() > 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void receivesChunkedBodies(Peers peer) throws Exception {
        assertTrue(run(peer, Workload.DOWNLOAD, Path.chunked(8192, LARGE), LARGE, 1).bytes() >= LARGE);
        assertTrue(run(peer, Workload.DOWNLOAD, Path.chunked(65_536, LARGE), LARGE, 1).bytes() >= LARGE);
    }

    @ParameterizedTest
    @EnumSource
    void sendsABody(Peers peer) throws Exception {
        assertTrue(run(peer, Workload.UPLOAD, Path.upload(), LARGE, 1).bytes() >= LARGE);
    }

    @ParameterizedTest
    @EnumSource
    void usesManyConnections(Peers peer) throws Exception {
        assertTrue(run(peer, Workload.MANY_CONNECTIONS, Path.plain(Path.SMALL), Path.SMALL, 20).requests() >= 200);
        assertEquals(20, run(peer, Workload.IDLE_CONNECTIONS, Path.plain(Path.SMALL), Path.SMALL, 20).requests());
    }

    @ParameterizedTest
    @EnumSource
    void runsInAFrameLoop(Peers peer) throws Exception {
        assertTrue(run(peer, Workload.FRAME_LOOP, Path.plain(LARGE), LARGE, 5).requests() > 0);
    }

    @ParameterizedTest
    @EnumSource
    void throwsForAWrongResponseBody(Peers peer) throws Exception {
        try (Peer fresh = Peers.create(peer.type())) {
            fresh.open(server.origin(), 1);
            Exception fault = assertThrows(Exception.class,
                    () -> fresh.get(Path.plain(Path.SMALL), new Answer(Path.SMALL + 1, true)));
            assertTrue(fault.toString().contains("the body has 256 bytes instead of 257"), fault.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void throwsForAWrongUpload(Peers peer) throws Exception {
        byte[] content = Pattern.bytes(1000);
        content[0]++;
        try (Peer fresh = Peers.create(peer.type())) {
            fresh.open(server.origin(), 1);
            assertThrows(Exception.class, () -> fresh.post(Path.upload(), content, new Answer(Path.SMALL, true)));
        }
    }
}
