package io.github.pollhttp.jvm.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ResponseLimits;

/**
 * Fuzzes the engine with Jazzer. The first bytes of an input choose how the rest, a response, is cut. A normal build runs the seeds in the resource
 * folder {@code ResponseFuzzTestInputs}, in the subfolder named like the method. CONTRIBUTING.md tells how to fuzz.
 */
class ResponseFuzzTest {
    private static final int CUTS = 4;
    private static final IntUnaryOperator WHOLE = left -> left;
    private static final Method[] METHODS = {Method.METHOD_GET, Method.METHOD_HEAD, Method.METHOD_CONNECT};
    private static final ResponseLimits SMALL = new ResponseLimits(400, 6, 200, 30, 200);

    @FuzzTest(maxDuration = "10m")
    void resultOfAnyBytesDoesNotDependOnHowTheyAreCut(byte[] input) {
        if (input.length <= CUTS) {
            return;
        }
        byte[] wire = Arrays.copyOfRange(input, CUTS, input.length);
        Method method = METHODS[(input[0] & 0xFF) % METHODS.length];
        DecodedResponse whole = DecodedResponse.of(method, wire, WHOLE, ResponseLimits.DEFAULT);
        DecodedResponse cut = DecodedResponse.of(method, wire, pieces(input), ResponseLimits.DEFAULT);
        assertEquals(whole.visible(), cut.visible());
        assertEquals(whole.reusable(), cut.reusable());
        assertEquals(DecodedResponse.of(method, wire, WHOLE, SMALL).end().equals(DecodedResponse.ENDED),
                DecodedResponse.of(method, wire, pieces(input), SMALL).end().equals(DecodedResponse.ENDED));
    }

    private static IntUnaryOperator pieces(byte[] input) {
        int[] next = {0};
        return left -> Math.min(left, 1 + (input[next[0]++ % CUTS] & 0x3F));
    }
}
