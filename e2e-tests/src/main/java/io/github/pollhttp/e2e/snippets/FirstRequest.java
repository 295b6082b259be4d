package io.github.pollhttp.e2e.snippets;

// snippet: readme-queue
import io.github.pollhttp.queue.HTTPRequestQueue;

/** Loads one file. Call frame() once a frame until it returns true. */
public final class FirstRequest {
    private final HTTPRequestQueue http = HTTPRequestQueue.create();
    private final HTTPRequestQueue.Ticket ticket = http.get("https://example.com/level.json",
            response -> System.out.println(response.isOk() ? response.text() : response.message()));

    public boolean frame() {
        http.poll();
        return ticket.isDone();
    }
}
// end
