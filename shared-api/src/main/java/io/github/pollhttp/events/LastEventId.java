package io.github.pollhttp.events;

import io.github.pollhttp.spi.BackendFailure;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.RequestUrl;

/**
 * The last event ID of a source (HTML Standard section 9.2.2), and the requests that send it. It belongs to one URL, because another server does not
 * know it.
 *
 * <p>
 * To another origin, a browser sends the header only after a preflight, because to the browser it is a header of the page. (The browser's own
 * {@code EventSource} needs no preflight.) A server that does not know this refuses the preflight, and the page cannot tell that from a network
 * failure. Then the request is sent once more, without the header.
 */
final class LastEventId {
    private String id = "";
    /** The URL of the server that has sent the id; null if the program has set it. */
    private RequestUrl owner;
    private RequestUrl url;

    private boolean sent;
    private boolean withheld;
    /** Whether a server has answered a request with the header, so that a later failure has another cause. */
    private boolean accepted;

    String get() {
        return id;
    }

    /** Sets the id of the program, which applies to the URL that is open and to the next one. */
    void set(String newId) {
        id = newId;
        owner = null;
    }

    /** Sets an id of the server. */
    void receive(String newId) {
        id = newId;
        owner = url;
    }

    /** Forgets the id if it belongs to another URL. */
    void open(RequestUrl newUrl) {
        if (owner != null && !owner.toString().equals(newUrl.toString())) {
            id = "";
        }
        url = newUrl;
        owner = newUrl;
        accepted = false;
        beginAttempt();
    }

    /** A new attempt to connect sends the header again. */
    void beginAttempt() {
        sent = false;
        withheld = false;
    }

    /** @return the header line to send; null for none */
    String header() {
        sent = !id.isEmpty() && !withheld && !HeaderLine.hasControl(id);
        return sent ? "Last-Event-ID: " + id : null;
    }

    /** The server has answered the request. */
    void noteResponse() {
        accepted |= sent;
    }

    /**
     * Decides about a request that failed without a response.
     *
     * @param failure     why it failed, or null
     * @param crossOrigin whether the request went to another origin than that of the page
     * @return whether to send it again, now without the header
     */
    boolean withhold(BackendFailure failure, boolean crossOrigin) {
        withheld = sent && crossOrigin && !accepted && failure != null && failure.mayBeCors();
        sent = false; // so that a connection that fails next is not tried again at once
        return withheld;
    }
}
