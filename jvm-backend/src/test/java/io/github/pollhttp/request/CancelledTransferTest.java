package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.jvm.testing.RawServer;

/** A cancelled request closes its socket. */
@Timeout(60)
class CancelledTransferTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cancellingEndsTheTransfer(boolean threads) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        RawServer endless = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 200 OK\r\n\r\nhello");
            try {
                RawServer.awaitEnd(socket);
            } finally {
                ended.countDown();
            }
        });
        try (endless; RequestGame game = new RequestGame()) {
            game.http.setUseThreads(threads);
            game.begin(RequestGame.url(endless.port(), "/"));
            game.await(() -> game.http.getDownloadedBytes() == 5);
            game.http.cancelRequest();
            game.await(() -> ended.getCount() == 0);
            assertEquals(1, endless.connections());
        }
    }
}
