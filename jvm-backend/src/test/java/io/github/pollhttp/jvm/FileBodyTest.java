package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.jvm.tls.Identity;
import io.github.pollhttp.jvm.tls.Issuing;
import io.github.pollhttp.jvm.tls.TlsConversation;

/** Request bodies that are files, also files that change while they are sent. */
@Timeout(60)
class FileBodyTest {
    private static final int LARGE = 32 * 1024 * 1024;
    private static final String NO_CONTENT = "HTTP/1.1 204 No Content\r\n\r\n";

    @TempDir
    Path folder;

    /** Reads one request and responds to it. The rest of the class reads what it has received. */
    private static final class Receiver {
        final CompletableFuture<String> head = new CompletableFuture<>();
        final CompletableFuture<byte[]> body = new CompletableFuture<>();
        final CountDownLatch mayRead;

        Receiver(int held) {
            mayRead = new CountDownLatch(held);
        }

        void receive(Socket socket) throws Exception {
            String text = RawServer.readHead(socket);
            head.complete(text);
            mayRead.await();
            int start = text.indexOf("Content-Length: ") + 16;
            InputStream in = socket.getInputStream();
            byte[] read = in.readNBytes(Integer.parseInt(text.substring(start, text.indexOf('\r', start))));
            body.complete(read);
            RawServer.send(socket, NO_CONTENT);
            RawServer.awaitEnd(socket);
        }
    }

    private static byte[] pattern(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + i / 4096);
        }
        return bytes;
    }

    private Path file(byte[] content) throws Exception {
        return Files.write(folder.resolve("save.bin"), content);
    }

    private static ErrorCode put(GameLoop game, Path file) {
        return game.client.request(Method.METHOD_PUT, "/", List.of(),
                RequestBody.file("application/octet-stream", file.toString()));
    }

    @Test
    void fileArrivesUnchangedAndTheConnectionStaysOpen() throws Exception {
        byte[] content = pattern(LARGE + 3);
        Receiver receiver = new Receiver(0);
        try (RawServer server = new RawServer(receiver::receive); GameLoop game = new GameLoop().connect(server)) {
            assertEquals(ErrorCode.OK, put(game, file(content)));
            assertEquals(Status.STATUS_CONNECTED, game.awaitResponse());
            assertArrayEquals(content, receiver.body.get());
            assertEquals(content.length, game.client.getUploadedBytes());
            assertTrue(receiver.head.get().contains("\r\nContent-Type: application/octet-stream\r\n"));
        }
    }

    @Test
    void fileArrivesUnchangedOverTls() throws Exception {
        byte[] content = pattern(5_000_000);
        Identity identity = Issuing.host("localhost").issue();
        Receiver receiver = new Receiver(0);
        try (RawServer server = new RawServer(TlsConversation.by(identity, receiver::receive));
                GameLoop game = new GameLoop().connectTls(server, TLSOptions.client(identity.pem()))) {
            assertEquals(ErrorCode.OK, put(game, file(content)));
            assertEquals(Status.STATUS_CONNECTED, game.awaitResponse());
            assertArrayEquals(content, receiver.body.get());
        }
    }

    @Test
    void emptyFileIsSentAsAnEmptyBody() throws Exception {
        Receiver receiver = new Receiver(0);
        try (RawServer server = new RawServer(receiver::receive); GameLoop game = new GameLoop().connect(server)) {
            assertEquals(ErrorCode.OK, put(game, file(new byte[0])));
            assertEquals(Status.STATUS_CONNECTED, game.awaitResponse());
            assertEquals(0, receiver.body.get().length);
        }
    }

    @Test
    void pollReturnsWhileTheServerDoesNotRead() throws Exception {
        Receiver receiver = new Receiver(1);
        try (RawServer server = new RawServer(receiver::receive); GameLoop game = new GameLoop().connect(server)) {
            put(game, file(pattern(LARGE)));
            for (int frame = 0; frame < 200; frame++) {
                assertEquals(ErrorCode.OK, game.client.poll());
            }
            assertEquals(Status.STATUS_REQUESTING, game.client.getStatus());
            assertTrue(game.client.getUploadedBytes() < LARGE);
            receiver.mayRead.countDown();
            assertEquals(Status.STATUS_CONNECTED, game.awaitResponse());
            assertArrayEquals(pattern(LARGE), receiver.body.get());
        }
    }

    @Test
    void responseBeforeTheEndOfTheFileIsDeliveredAndEndsTheConnection() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            RawServer.send(socket, "HTTP/1.1 413 Content Too Large\r\nContent-Length: 3\r\n\r\nbig");
            over.await();
        }); GameLoop game = new GameLoop().connect(server)) {
            put(game, file(pattern(LARGE)));
            assertEquals(Status.STATUS_BODY, game.awaitResponse());
            assertEquals("big", game.readText());
            assertEquals(Status.STATUS_DISCONNECTED, game.client.getStatus());
            over.countDown();
        }
    }

    /** A peer that takes all bytes at once and sends none. */
    private static final class Sink implements StreamPeer {
        long taken;

        @Override
        public int read(ByteBuffer target) {
            return 0;
        }

        @Override
        public int write(ByteBuffer source) {
            int count = source.remaining();
            source.position(source.limit());
            taken += count;
            return count;
        }

        @Override
        public void close() {
            // nothing to close
        }
    }

    @Test
    void onePollSendsAtMostAQuarterOfAMebibyteOfAFile() throws Exception {
        try (GameLoop game = new GameLoop()) {
            Sink sink = new Sink();
            game.client.setConnection(sink);
            put(game, file(pattern(LARGE)));
            for (int poll = 0; poll < 10; poll++) {
                long before = sink.taken;
                game.client.poll();
                long sent = sink.taken - before;
                assertTrue(sent > 0 && sent <= 256 * 1024, "sent " + sent);
            }
        }
    }

    private void expectNothingSent(Path file, String reason) throws Exception {
        CompletableFuture<Integer> received = new CompletableFuture<>();
        try (RawServer server = new RawServer(socket -> received.complete(socket.getInputStream().read()));
                GameLoop game = new GameLoop().connect(server)) {
            assertEquals(ErrorCode.OK, put(game, file));
            assertEquals(0, game.client.getUploadedBytes());
            assertEquals(Status.STATUS_CONNECTION_ERROR, game.awaitResponse());
            Failure failure = game.client.getFailure();
            assertEquals(Phase.REQUEST, failure.phase());
            assertEquals(Reason.FILE_UNREADABLE, failure.reason());
            assertTrue(failure.message().contains("cannot open " + file), failure.message());
            assertTrue(failure.message().contains(reason), failure.message());
            assertEquals(-1, received.get(), "the connection ends without a byte");
        }
    }

    @Test
    void missingFileIsAFailureAndNothingIsSent() throws Exception {
        expectNothingSent(folder.resolve("none.bin"), "NoSuchFileException");
    }

    @Test
    void folderIsAFailureAndNothingIsSent() throws Exception {
        expectNothingSent(folder, "it is not a regular file");
    }

    @Test
    void fileThatBecomesShorterIsAFailureAndTheServerSeesAnIncompleteRequest() throws Exception {
        expectIncompleteRequest(LARGE - 1);
    }

    @Test
    void fileThatBecomesLongerIsAFailureAndTheServerSeesAnIncompleteRequest() throws Exception {
        expectIncompleteRequest(LARGE + 1);
    }

    /** The file changes while the server does not read, and so while most of it is not sent. */
    private void expectIncompleteRequest(int length) throws Exception {
        Receiver receiver = new Receiver(1);
        Path file = file(pattern(LARGE));
        try (RawServer server = new RawServer(receiver::receive); GameLoop game = new GameLoop().connect(server)) {
            put(game, file);
            GameLoop.await(() -> {
                game.client.poll();
                return receiver.head.isDone();
            });
            setLength(file, length);
            receiver.mayRead.countDown();
            assertEquals(Status.STATUS_CONNECTION_ERROR, game.awaitResponse());
            Failure failure = game.client.getFailure();
            assertEquals(Reason.FILE_UNREADABLE, failure.reason());
            assertTrue(failure.message().contains("its length has changed while it was sent, from " + LARGE + " to "
                    + length + " bytes"), failure.message());
            int received = receiver.body.get().length;
            assertTrue(received > 0 && received < LARGE, "received " + received);
        }
    }

    private static void setLength(Path file, int length) throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            if (length > channel.size()) {
                channel.write(ByteBuffer.wrap(new byte[1]), length - 1L);
            }
        }
    }

    @Test
    void nextRequestAfterAFileIsSentOnTheSameConnection() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket);
            socket.getInputStream().readNBytes(9);
            RawServer.send(socket, NO_CONTENT);
            RawServer.send(socket, RawServer.readHead(socket).startsWith("GET / ") ? NO_CONTENT : "");
            RawServer.awaitEnd(socket);
        }); GameLoop game = new GameLoop().connect(server)) {
            put(game, file(pattern(9)));
            assertEquals(Status.STATUS_CONNECTED, game.awaitResponse());
            game.get("/");
            assertEquals(Status.STATUS_CONNECTED, game.awaitResponse());
            assertEquals(1, server.connections());
        }
    }
}
