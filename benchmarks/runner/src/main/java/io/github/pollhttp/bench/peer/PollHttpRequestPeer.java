package io.github.pollhttp.bench.peer;

import java.util.List;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.bench.wire.Answer;
import io.github.pollhttp.bench.wire.Path;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.request.HTTPResponse;

/** This library's {@code HTTPRequest}, one for each connection. It delivers the complete body at once. */
public class PollHttpRequestPeer extends PolledPeer {
    private static final long FRAME_BUDGET_NANOS = 2_000_000; // the default of HTTPRequest
    private static final double NANOS = 1e9;
    private static final byte[] NO_CONTENT = {};

    public PollHttpRequestPeer() {
        super(FRAME_BUDGET_NANOS);
    }

    /** @return a request with the settings to measure */
    HTTPRequest request() {
        return HTTPRequest.create();
    }

    @Override
    final PolledConnection connect(String to) {
        return new Connection(request(), to);
    }

    private static final class Connection implements PolledConnection {
        private final HTTPRequest http;
        private final String origin;
        private Answer answer;
        private boolean ended;

        Connection(HTTPRequest http, String origin) {
            this.http = http;
            this.origin = origin;
            http.setResponseListener(this::end);
        }

        private void end(HTTPResponse response) {
            if (response.result() != Result.RESULT_SUCCESS) {
                throw new IllegalStateException(response.message());
            }
            answer.begin(response.code());
            if (answer.wantsField()) {
                answer.takeField(response.header(Path.FIELD));
            }
            answer.take(response.bytes(), 0, response.bytes().length);
            answer.end();
            ended = true;
        }

        @Override
        public void begin(String path, byte[] content, Answer nextAnswer) {
            answer = nextAnswer;
            ended = false;
            Method method = content == null ? Method.METHOD_GET : Method.METHOD_POST;
            if (http.requestRaw(origin + path, List.of(), method,
                    content == null ? NO_CONTENT : content) != ErrorCode.OK) {
                throw new IllegalStateException(http.getRejection());
            }
        }

        @Override
        public boolean poll(long budgetNanos) {
            http.setPollBudget(budgetNanos / NANOS);
            http.poll();
            return ended;
        }

        @Override
        public void pollIdle() {
            http.poll();
        }

        @Override
        public void close() {
            http.close();
        }
    }
}
