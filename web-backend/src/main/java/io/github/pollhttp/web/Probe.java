package io.github.pollhttp.web;

/** Asks a server once more in a way that CORS does not forbid, to tell whether it is there. */
final class Probe {
    private final AbortController abortController = new AbortController();
    private boolean settled;
    private boolean answered;

    Probe(String url) {
        Browser.probe(url, abortController.getSignal()).then(response -> {
            settled = true;
            answered = true;
            return null;
        }, error -> {
            settled = true;
            return null;
        });
    }

    boolean isSettled() {
        return settled;
    }

    boolean isAnswered() {
        return answered;
    }

    void abort() {
        abortController.abort();
    }
}
