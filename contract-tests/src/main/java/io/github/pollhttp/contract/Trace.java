package io.github.pollhttp.contract;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;

/** Records what happens to a client, as one line of words: the statuses without repeats, and events and return codes between them. */
public final class Trace {
    private final HTTPClient client;
    private final StringBuilder words = new StringBuilder();
    private Status lastStatus;

    /** Starts an empty trace. The current status of the client is not recorded. */
    public Trace(HTTPClient client) {
        this.client = client;
        this.lastStatus = client.getStatus();
    }

    /** Polls the client once. Records the status if it has changed, and the return code if it is not OK. */
    public void poll() {
        ErrorCode code = client.poll();
        noteStatus();
        if (code != ErrorCode.OK) {
            append("poll:" + code);
        }
    }

    /** Records an event, and the status if it has changed. */
    public void note(String event) {
        append(event);
        noteStatus();
    }

    private void noteStatus() {
        Status status = client.getStatus();
        if (status != lastStatus) {
            lastStatus = status;
            append(status.name().substring("STATUS_".length()));
        }
    }

    private void append(String word) {
        if (words.length() > 0) {
            words.append(' ');
        }
        words.append(word);
    }

    @Override
    public String toString() {
        return words.toString();
    }
}
