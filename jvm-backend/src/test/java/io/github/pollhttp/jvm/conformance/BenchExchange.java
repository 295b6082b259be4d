package io.github.pollhttp.jvm.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;

/** One request, and its answer for the bench: ok only if all of it went well. */
final class BenchExchange {
    private static final Polling.Observer NOBODY = (answer, status) -> {};

    private final BenchRequest request;
    private final Connections connections;
    private final long deadline;
    private final BodyDigest body = new BodyDigest();

    BenchExchange(BenchRequest request, Connections connections) {
        this.request = request;
        this.connections = connections;
        this.deadline = Polling.deadlineIn(request.timeoutMs());
    }

    Map<String, Object> run() {
        HTTPClient kept = connections.takeIdle(request);
        if (kept != null) {
            String error = exchange(kept);
            if (error == null || !mayTryAgain(kept)) {
                return finish(kept, error);
            }
            kept.close();
        }
        HTTPClient fresh = connections.open(request);
        return finish(fresh, exchange(fresh));
    }

    private boolean mayTryAgain(HTTPClient kept) {
        Failure failure = kept.getFailure();
        return failure != null && failure.reason() == Reason.CONNECTION_CLOSED_IDLE && request.isIdempotent();
    }

    private Map<String, Object> finish(HTTPClient client, String error) {
        Map<String, Object> line = error == null ? success(client) : outcome("error", error);
        if (client.getStatus() == Status.STATUS_BODY || client.getStatus() == Status.STATUS_REQUESTING) {
            client.close(); // time is up; the rest of the answer must not wait for the next request
        }
        connections.giveBack(request, client);
        return line;
    }

    /** What went wrong, or null. */
    private String exchange(HTTPClient client) {
        Polling.untilSettled(client, deadline, NOBODY);
        if (client.getStatus() != Status.STATUS_CONNECTED) {
            return problem(client);
        }
        ErrorCode answer = client.requestRaw(request.method(), request.target(), request.headers(), request.body());
        if (answer != ErrorCode.OK) {
            return answer + ": " + client.getRefusal();
        }
        Polling.untilSettled(client, deadline, NOBODY);
        readBody(client);
        boolean ended = client.getStatus() == Status.STATUS_CONNECTED
                || client.getStatus() == Status.STATUS_DISCONNECTED;
        return ended && client.hasResponse() ? null : problem(client);
    }

    private void readBody(HTTPClient client) {
        while (client.getStatus() == Status.STATUS_BODY && !Polling.isPast(deadline)) {
            byte[] chunk = client.readResponseBodyChunk();
            body.add(chunk);
            if (chunk.length == 0 && client.getStatus() == Status.STATUS_BODY) {
                client.poll();
                Polling.frame();
            }
        }
    }

    private static String problem(HTTPClient client) {
        Failure failure = client.getFailure();
        if (failure != null) {
            return failure.phase() + " " + failure.reason() + ": " + failure.message();
        }
        String refusal = client.getRefusal();
        return refusal != null ? refusal : "time is up in " + client.getStatus();
    }

    private Map<String, Object> success(HTTPClient client) {
        Map<String, Object> line = outcome("ok", null);
        line.put("status", client.getResponseCode());
        List<Object> headers = new ArrayList<>();
        for (String header : client.getResponseHeaders()) {
            int colon = header.indexOf(':');
            headers.add(List.of(header.substring(0, colon), header.substring(colon + 1).strip()));
        }
        line.put("headers", headers);
        line.put("body_sha256", body.sha256());
        line.put("body_len", body.length());
        return line;
    }

    private Map<String, Object> outcome(String outcome, String error) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", request.id());
        line.put("outcome", outcome);
        line.put("error", error);
        return line;
    }
}
