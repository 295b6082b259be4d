package io.github.pollhttp.jvm.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;

/** The operation {@code read_body}: reads until the status leaves BODY, or nothing has come for a while. */
final class BodyReading {
    private static final long DEFAULT_SILENCE_MS = 1500;
    private static final int SIZES_KEPT = 40;

    private final HTTPClient client;
    private final BodyDigest body = new BodyDigest();
    private final List<Object> sizes = new ArrayList<>();
    private final List<Object> steps = new ArrayList<>();
    private boolean sawEmptyRead;

    BodyReading(HTTPClient client) {
        this.client = client;
    }

    void run(Map<String, Object> op, Map<String, Object> event) {
        boolean polling = !"read_only".equals(op.get("style"));
        long silence = Json.number(op.getOrDefault("timeout_ms", DEFAULT_SILENCE_MS));
        if (!readAll(polling, silence)) {
            event.put("timeout", true);
        }
        event.put("status", Names.of(client.getStatus()));
        event.put("length", body.length());
        event.put("sha256", body.sha256());
        event.put("preview", body.preview());
        event.put("chunk_sizes", sizes);
        event.put("steps", steps);
        event.put("saw_empty_read", sawEmptyRead);
    }

    private boolean readAll(boolean polling, long silence) {
        long deadline = Polling.deadlineIn(silence);
        while (inBody()) {
            if (polling) {
                ErrorCode answer = client.poll();
                step(answer.name());
                if (!inBody()) {
                    return true;
                }
            }
            if (readSome()) {
                deadline = Polling.deadlineIn(silence);
            } else if (inBody()) {
                if (Polling.isPast(deadline) || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                Polling.frame();
            }
        }
        return true;
    }

    private boolean readSome() {
        byte[] chunk = client.readResponseBodyChunk();
        step("read");
        if (chunk.length == 0) {
            sawEmptyRead = true;
            return false;
        }
        body.add(chunk);
        if (sizes.size() < SIZES_KEPT) {
            sizes.add(chunk.length);
        }
        return true;
    }

    private boolean inBody() {
        return client.getStatus() == Status.STATUS_BODY;
    }

    private void step(String what) {
        List<String> step = List.of(what, Names.of(client.getStatus()));
        if (!steps.contains(step)) {
            steps.add(step);
        }
    }
}
