package io.github.pollhttp.contract;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;

/** What has happened to a client: the statuses without repeats, with events and return codes between them. A line of words. */
public final class Trace {
    private final HTTPClient client;
    private final StringBuilder words = new StringBuilder();
    private Status lastStatus;

    /** Begins with the status that the client has. */
    public Trace(HTTPClient client) {
        this.client = client;
        this.lastStatus = client.getStatus();
    }

    /** Polls once, and notes the status that came of it and the code if it is not OK. */
    public void poll() {
        ErrorCode code = client.poll();
        noteStatus();
        if (code != ErrorCode.OK) {
            append("poll:" + code);
        }
    }

    /** Notes an event, then the status that it led to. */
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
