package io.github.pollhttp.jvm.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import static io.github.pollhttp.HTTPClient.Method.METHOD_GET;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.jvm.http1.Responses.Pieces;
import io.github.pollhttp.jvm.http1.Responses.Sample;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for every response, right or wrong, however it is cut. */
@Domain(DomainContext.Global.class)
@Domain(Responses.class)
@Domain(Mutations.class)
class DecodingPropertyTest {
    private static final IntUnaryOperator WHOLE = left -> left;
    private static final ResponseLimits SMALL = new ResponseLimits(200, 4, 60, 20, 60);

    private static Decoding decode(byte[] wire, IntUnaryOperator pieces) {
        return Decoding.of(METHOD_GET, wire, pieces, ResponseLimits.DEFAULT);
    }

    @Property
    void aRightResponseIsDecodedToWhatWasEncoded(@ForAll Sample sample, @ForAll Pieces pieces) {
        Decoding decoding = decode(sample.wire().wire(), pieces.start());
        assertEquals(Decoding.ENDED, decoding.end());
        assertEquals(sample.code(), decoding.code());
        assertEquals(sample.headers(), decoding.head().headers());
        assertEquals(new String(sample.wire().body(), StandardCharsets.ISO_8859_1), decoding.body());
        assertEquals(sample.trailers(), decoding.trailers());
        assertEquals(sample.persists(), decoding.reusable());
    }

    @Property
    void aResponseThatEndsEarlyIsNoSuccessAndAllThatCameIsDelivered(@ForAll Sample sample, @ForAll Pieces pieces,
            @ForAll @IntRange(max = 9999) int where) {
        int length = where * sample.wire().length() / 10_000;
        Decoding decoding = decode(Arrays.copyOf(sample.wire().wire(), length), pieces.start());
        assertEquals(new String(sample.wire().bodyWithin(length), StandardCharsets.ISO_8859_1), decoding.body());
        if (!sample.wire().endsWithConnection()) {
            assertEquals("BODY_TRUNCATED", decoding.end());
        }
        assertFalse(decoding.reusable());
    }

    @Property
    void bytesBehindTheEndAreNeverPartOfTheResponse(@ForAll Sample sample, @ForAll Pieces pieces,
            @ForAll @Size(min = 1, max = 50) byte[] surplus) {
        if (sample.wire().endsWithConnection()) {
            return;
        }
        byte[] wire = Arrays.copyOf(sample.wire().wire(), sample.wire().length() + surplus.length);
        System.arraycopy(surplus, 0, wire, sample.wire().length(), surplus.length);
        Decoding decoding = decode(wire, pieces.start());
        assertEquals(decode(sample.wire().wire(), WHOLE).visible(), decoding.visible());
        assertFalse(decoding.reusable());
    }

    @Property
    void whatComesOutOfAnyBytesDoesNotDependOnHowTheyAreCut(@ForAll Sample sample, @ForAll Mutation mutation,
            @ForAll Pieces pieces) {
        byte[] wire = mutation.of(sample.wire().wire());
        Decoding whole = decode(wire, WHOLE);
        Decoding cut = decode(wire, pieces.start());
        assertEquals(whole.visible(), cut.visible());
        assertEquals(whole.reusable(), cut.reusable());
    }

    @Property
    void limitsDoNotDependOnHowTheBytesAreCut(@ForAll Sample sample, @ForAll Mutation mutation,
            @ForAll Pieces pieces) {
        byte[] wire = mutation.of(sample.wire().wire());
        Decoding whole = Decoding.of(METHOD_GET, wire, WHOLE, SMALL);
        Decoding cut = Decoding.of(METHOD_GET, wire, pieces.start(), SMALL);
        assertEquals(whole.end().equals(Decoding.ENDED), cut.end().equals(Decoding.ENDED),
                () -> whole.end() + " and " + cut.end());
        assertEquals(whole.code(), cut.code());
        assertEquals(whole.body(), cut.body());
    }

    /** Whatever the one before was, right or wrong, and wherever it was left. */
    @Property
    void aResponseHasNothingOfTheOneBeforeIt(@ForAll Sample before, @ForAll Mutation itsMutation,
            @ForAll @IntRange(max = 100) int left, @ForAll Method itsMethod, @ForAll boolean itsLimitsAreSmall,
            @ForAll Sample sample, @ForAll Mutation mutation, @ForAll Pieces pieces) {
        Http1Exchange used = Feeding.exchange(itsMethod, itsLimitsAreSmall ? SMALL : ResponseLimits.DEFAULT);
        byte[] earlier = itsMutation.of(before.wire().wire());
        Decoding.of(used, Arrays.copyOf(earlier, earlier.length * left / 100), pieces.start());
        byte[] wire = mutation.of(sample.wire().wire());
        Feeding.begin(used, METHOD_GET, ResponseLimits.DEFAULT);
        Decoding decoding = Decoding.of(used, wire, pieces.start());
        Decoding expected = decode(wire, pieces.start());
        assertEquals(expected.visible(), decoding.visible());
        assertEquals(expected.reusable(), decoding.reusable());
        assertEquals(expected.framing(), decoding.framing());
    }

    @Property
    void bytesAtRandomBehindAStatusLineAreDecodedOrRefused(@ForAll @Size(max = 400) byte[] bytes,
            @ForAll Pieces pieces) {
        byte[] start = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wire = Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, wire, start.length, bytes.length);
        assertEquals(decode(wire, WHOLE).visible(), decode(wire, pieces.start()).visible());
    }
}
