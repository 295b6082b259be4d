package io.github.pollhttp.jvm.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import static io.github.pollhttp.HTTPClient.Method.METHOD_GET;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.jvm.http1.ResponseArbitraries.Pieces;
import io.github.pollhttp.jvm.http1.ResponseArbitraries.Sample;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Properties of every response, valid or not, in pieces of any size. */
@Domain(DomainContext.Global.class)
@Domain(ResponseArbitraries.class)
@Domain(MutationArbitraries.class)
class ResponsePropertyTest {
    private static final IntUnaryOperator WHOLE = left -> left;
    private static final ResponseLimits SMALL = new ResponseLimits(200, 4, 60, 20, 60);

    private static DecodedResponse decode(byte[] wire, IntUnaryOperator pieces) {
        return DecodedResponse.of(METHOD_GET, wire, pieces, ResponseLimits.DEFAULT);
    }

    @Property
    void validResponseIsDecodedToWhatWasEncoded(@ForAll Sample sample, @ForAll Pieces pieces) {
        DecodedResponse response = decode(sample.wire().wire(), pieces.start());
        assertEquals(DecodedResponse.ENDED, response.end());
        assertEquals(sample.code(), response.code());
        assertEquals(sample.headers(), response.head().headers());
        assertEquals(new String(sample.wire().body(), StandardCharsets.ISO_8859_1), response.body());
        assertEquals(sample.trailers(), response.trailers());
        assertEquals(sample.persists(), response.reusable());
    }

    @Property
    void responseThatEndsEarlyFailsAfterTheReceivedBodyIsDelivered(@ForAll Sample sample, @ForAll Pieces pieces,
            @ForAll @IntRange(max = 9999) int where) {
        int length = where * sample.wire().length() / 10_000;
        DecodedResponse response = decode(Arrays.copyOf(sample.wire().wire(), length), pieces.start());
        assertEquals(new String(sample.wire().bodyWithin(length), StandardCharsets.ISO_8859_1), response.body());
        if (!sample.wire().endsWithConnection()) {
            assertEquals("BODY_TRUNCATED", response.end());
        }
        assertFalse(response.reusable());
    }

    @Property
    void bytesAfterTheEndAreNotPartOfTheResponse(@ForAll Sample sample, @ForAll Pieces pieces,
            @ForAll @Size(min = 1, max = 50) byte[] surplus) {
        if (sample.wire().endsWithConnection()) {
            return;
        }
        byte[] wire = Arrays.copyOf(sample.wire().wire(), sample.wire().length() + surplus.length);
        System.arraycopy(surplus, 0, wire, sample.wire().length(), surplus.length);
        DecodedResponse response = decode(wire, pieces.start());
        assertEquals(decode(sample.wire().wire(), WHOLE).visible(), response.visible());
        assertFalse(response.reusable());
    }

    @Property
    void resultDoesNotDependOnHowTheBytesAreCut(@ForAll Sample sample, @ForAll Mutation mutation,
            @ForAll Pieces pieces) {
        byte[] wire = mutation.of(sample.wire().wire());
        DecodedResponse whole = decode(wire, WHOLE);
        DecodedResponse cut = decode(wire, pieces.start());
        assertEquals(whole.visible(), cut.visible());
        assertEquals(whole.reusable(), cut.reusable());
    }

    @Property
    void resultWithinSmallLimitsDoesNotDependOnHowTheBytesAreCut(@ForAll Sample sample, @ForAll Mutation mutation,
            @ForAll Pieces pieces) {
        byte[] wire = mutation.of(sample.wire().wire());
        DecodedResponse whole = DecodedResponse.of(METHOD_GET, wire, WHOLE, SMALL);
        DecodedResponse cut = DecodedResponse.of(METHOD_GET, wire, pieces.start(), SMALL);
        assertEquals(whole.end().equals(DecodedResponse.ENDED), cut.end().equals(DecodedResponse.ENDED),
                () -> whole.end() + " and " + cut.end());
        assertEquals(whole.code(), cut.code());
        assertEquals(whole.body(), cut.body());
    }

    /** The previous response may be valid or not, and may have stopped at any byte. */
    @Property
    void responseDoesNotDependOnThePreviousOne(@ForAll Sample before, @ForAll Mutation itsMutation,
            @ForAll @IntRange(max = 100) int left, @ForAll Method itsMethod, @ForAll boolean itsLimitsAreSmall,
            @ForAll Sample sample, @ForAll Mutation mutation, @ForAll Pieces pieces) {
        Http1Exchange used = ResponseFeeder.exchange(itsMethod, itsLimitsAreSmall ? SMALL : ResponseLimits.DEFAULT);
        byte[] earlier = itsMutation.of(before.wire().wire());
        DecodedResponse.of(used, Arrays.copyOf(earlier, earlier.length * left / 100), pieces.start());
        byte[] wire = mutation.of(sample.wire().wire());
        ResponseFeeder.begin(used, METHOD_GET, ResponseLimits.DEFAULT);
        DecodedResponse response = DecodedResponse.of(used, wire, pieces.start());
        DecodedResponse expected = decode(wire, pieces.start());
        assertEquals(expected.visible(), response.visible());
        assertEquals(expected.reusable(), response.reusable());
        assertEquals(expected.framing(), response.framing());
    }

    @Property
    void resultOfRandomChunkedBytesDoesNotDependOnHowTheyAreCut(@ForAll @Size(max = 400) byte[] bytes,
            @ForAll Pieces pieces) {
        byte[] start = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wire = Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, wire, start.length, bytes.length);
        assertEquals(decode(wire, WHOLE).visible(), decode(wire, pieces.start()).visible());
    }
}
