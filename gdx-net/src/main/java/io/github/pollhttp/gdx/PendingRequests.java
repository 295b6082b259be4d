package io.github.pollhttp.gdx;

import java.util.ArrayList;
import java.util.List;

import com.badlogic.gdx.Net.HttpRequest;

/** The requests whose listeners have not been called. Any thread may use it. */
final class PendingRequests {
    private final List<SentRequest> requests = new ArrayList<>();

    synchronized void add(SentRequest request) {
        requests.add(request);
    }

    /** Returns true for exactly one call for each request. The caller then calls the listener. */
    synchronized boolean remove(SentRequest request) {
        return requests.remove(request);
    }

    /** Returns the pending requests that were sent with this object, because a game can send one object several times. */
    synchronized List<SentRequest> of(HttpRequest httpRequest) {
        List<SentRequest> found = new ArrayList<>();
        for (SentRequest each : requests) {
            if (each.isOf(httpRequest)) {
                found.add(each);
            }
        }
        return found;
    }
}
