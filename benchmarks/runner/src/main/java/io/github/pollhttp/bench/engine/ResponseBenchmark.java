package io.github.pollhttp.bench.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.jvm.http1.Http1Exchange;
import io.github.pollhttp.jvm.http1.ProtocolException;
import io.github.pollhttp.jvm.http1.RequestContent;
import io.github.pollhttp.spi.FailureException;

/** Measures the HTTP/1.1 engine without a socket: one exchange, from the request to the end of the response. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ResponseBenchmark {
    private static final int BODY = 256;
    private static final int CHUNK = 8 * 1024;
    private static final int CHUNKS = 128;

    private final ByteBuffer small = response(fields(4) + "Content-Length: " + BODY + "\r\n\r\n" + "b".repeat(BODY));
    private final ByteBuffer manyFields = response(
            fields(39) + "Content-Length: " + BODY + "\r\n\r\n" + "b".repeat(BODY));
    private final ByteBuffer chunked = response(fields(4) + "Transfer-Encoding: chunked\r\n\r\n"
            + (Integer.toHexString(CHUNK) + "\r\n" + "b".repeat(CHUNK) + "\r\n").repeat(CHUNKS) + "0\r\n\r\n");
    private final Http1Exchange exchange = new Http1Exchange("http://127.0.0.1", "127.0.0.1", "PollHTTP");
    private final ByteBuffer out = ByteBuffer.allocateDirect(16 * 1024);
    private final ByteBuffer body = ByteBuffer.allocateDirect(2 * CHUNK * CHUNKS);

    private static String fields(int count) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < count; i++) {
            fields.append("X-Field-").append(i).append(": the value of field number ").append(i).append("\r\n");
        }
        return fields.toString();
    }

    private static ByteBuffer response(String fields) {
        byte[] bytes = ("HTTP/1.1 200 OK\r\n" + fields).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    /** A small response with five fields. */
    @Benchmark
    public Http1Exchange smallResponse() throws RejectionException, ProtocolException, FailureException {
        return exchange(small);
    }

    /** The same response with 40 fields. */
    @Benchmark
    public Http1Exchange fortyFields() throws RejectionException, ProtocolException, FailureException {
        return exchange(manyFields);
    }

    /** A body of 1 MiB in chunks of 8 KiB. */
    @Benchmark
    public Http1Exchange mebibyteInChunks() throws RejectionException, ProtocolException, FailureException {
        return exchange(chunked);
    }

    private Http1Exchange exchange(ByteBuffer response) throws RejectionException, ProtocolException, FailureException {
        OutgoingRequest request = OutgoingRequest.of("GET", "/level.json", List.of(), 0);
        exchange.begin(request, RequestContent.NONE, "/level.json", ResponseLimits.DEFAULT);
        exchange.copyOutput(out.clear());
        exchange.outputSent(out.position());
        ByteBuffer in = response.position(0);
        exchange.receiveHead(in);
        exchange.decodeBody(in, body.clear());
        if (!exchange.isBodyEnded()) {
            throw new IllegalStateException("the response is not complete");
        }
        return exchange;
    }
}
