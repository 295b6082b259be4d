package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static io.github.pollhttp.HTTPClient.Status.STATUS_BODY;

import java.nio.ByteBuffer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;

/** The read chunk size, which limits one read in both of its forms. */
class ReadChunkSizeTest {
    private final ScriptedClient scripted = ScriptedClient.in(STATUS_BODY);
    private final ScriptedBackend backend = scripted.backend();
    private final PollingClient client = scripted.client();

    @Test
    void isGodotsByDefault() {
        assertEquals(65536, client.getReadChunkSize());

        client.readResponseBodyChunk();

        assertEquals(65536, backend.lastReadLimit);
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 4096, 16 * 1024 * 1024})
    void mayBeAnythingInGodotsRange(int size) {
        client.setReadChunkSize(size);

        assertEquals(size, client.getReadChunkSize());
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 16 * 1024 * 1024 + 1, 0, -1})
    void sizeOutOfRangeIsRejectedAndChangesNothing(int size) {
        client.setReadChunkSize(512);

        assertThrows(IllegalArgumentException.class, () -> client.setReadChunkSize(size));

        assertEquals(512, client.getReadChunkSize());
    }

    @Test
    void limitsAReadOfAnArray() {
        client.setReadChunkSize(256);
        backend.bodyBytes(new byte[300]).bodyEnds();

        assertEquals(256, client.readResponseBodyChunk().length);
        assertEquals(44, client.readResponseBodyChunk().length);
    }

    @Test
    void limitsAReadIntoALargeBuffer() {
        client.setReadChunkSize(256);
        backend.bodyBytes(new byte[300]);
        ByteBuffer target = ByteBuffer.allocate(1000).position(10);

        assertEquals(256, client.readResponseBodyChunk(target));

        assertEquals(256, backend.lastReadLimit);
        assertEquals(266, target.position());
    }

    @Test
    void doesNotMatterToASmallerBuffer() {
        backend.bodyBytes(new byte[300]);
        ByteBuffer target = ByteBuffer.allocate(1000).position(10).limit(15);

        assertEquals(5, client.readResponseBodyChunk(target));

        assertEquals(5, backend.lastReadLimit);
    }

    @Test
    void aBufferKeepsItsOwnLimitAfterARead() {
        client.setReadChunkSize(256);
        backend.bodyBytes(new byte[300]);
        ByteBuffer target = ByteBuffer.allocate(1000).limit(900);

        client.readResponseBodyChunk(target);

        assertEquals(900, target.limit());
    }

    @Test
    void aBufferKeepsItsOwnLimitWhenTheBodyBreaks() {
        client.setReadChunkSize(256);
        backend.bodyBreaks(ScriptedBackend.failure(Phase.BODY, Reason.CONNECTION_RESET));
        ByteBuffer target = ByteBuffer.allocate(1000).limit(900);

        client.readResponseBodyChunk(target);

        assertEquals(900, target.limit());
    }

    @Test
    void aBufferKeepsItsOwnLimitWhenTheBackendIsAtFault() {
        client.setReadChunkSize(256);
        backend.meanwhile = () -> {
            throw new IllegalStateException("a bug");
        };
        ByteBuffer target = ByteBuffer.allocate(1000).limit(900);

        assertThrows(IllegalStateException.class, () -> client.readResponseBodyChunk(target));

        assertEquals(900, target.limit());
    }

    @Test
    void aFullBufferTakesNothingAndLosesNothing() {
        backend.bodyBytes((byte) 1).bodyEnds();

        assertEquals(0, client.readResponseBodyChunk(ByteBuffer.allocate(0)));

        scripted.expect(STATUS_BODY);
        assertEquals(1, client.readResponseBodyChunk().length);
    }

    @Test
    void nullThrows() {
        assertThrows(NullPointerException.class, () -> client.readResponseBodyChunk(null));
    }
}
