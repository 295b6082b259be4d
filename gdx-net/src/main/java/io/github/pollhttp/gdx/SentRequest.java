package io.github.pollhttp.gdx;

import java.util.function.Consumer;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Net.HttpRequest;
import com.badlogic.gdx.Net.HttpResponseListener;

import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.queue.HTTPRequestQueue.Ticket;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.request.HTTPResponse;

/** A request of {@link PollNet#sendHttpRequest}. The code that removes it from the pending requests calls its listener. Therefore the listener is called once. */
final class SentRequest implements Consumer<HTTPResponse> {
    private final HttpRequest httpRequest;
    private final HttpResponseListener listener;
    private final PendingRequests pending;

    /** Null if the request was rejected. */
    private final RequestCopy copy;

    /** Why the request was rejected; null if it was not. */
    private final RequestFailedException rejection;

    /** Null until the request is in the queue. Belongs to the render thread. */
    private Ticket ticket;

    SentRequest(HttpRequest httpRequest, HttpResponseListener listener, PendingRequests pending) {
        this.httpRequest = httpRequest;
        this.listener = listener;
        this.pending = pending;
        RequestCopy made = null;
        RequestFailedException thrown = null;
        try {
            made = RequestCopy.of(httpRequest);
        } catch (RequestFailedException e) {
            thrown = e;
        }
        copy = made;
        rejection = thrown;
    }

    boolean isOf(HttpRequest other) {
        return httpRequest == other;
    }

    /** Adds the request to the queue. If it was cancelled before, {@link #stop} follows at once. */
    void start(HTTPRequestQueue queue) {
        if (rejection != null) {
            fail(rejection);
        } else {
            ticket = queue.request(copy.url(), copy.headers(), copy.method(), copy.body(),
                    copy.options()::applyTo, this);
        }
    }

    /** Ends the transfer. */
    void stop() {
        if (ticket != null) {
            ticket.cancel();
        }
    }

    /**
     * Takes the request from the pending ones. Any thread may call it.
     *
     * @return false if the listener was already called
     */
    boolean cancel() {
        return pending.remove(this);
    }

    void tellCancelled() {
        if (listener != null) {
            listener.cancelled();
        }
    }

    @Override
    public void accept(HTTPResponse response) {
        if (response.isCancelled()) {
            tell(HttpResponseListener::cancelled); // the game has closed the queue
        } else if (response.result() == Result.RESULT_SUCCESS || isUnfollowedRedirect(response)) {
            tell(each -> each.handleHttpResponse(new CompleteResponse(response)));
        } else {
            fail(new RequestFailedException(response));
        }
    }

    private boolean isUnfollowedRedirect(HTTPResponse response) {
        return response.result() == Result.RESULT_REDIRECT_LIMIT_REACHED && !copy.options().followsRedirects();
    }

    private void fail(RequestFailedException failure) {
        tell(each -> each.failed(failure));
    }

    private void tell(Consumer<HttpResponseListener> call) {
        if (pending.remove(this) && listener != null) {
            try {
                call.accept(listener);
            } catch (RuntimeException e) {
                Gdx.app.error("PollNet", "The listener of a request threw an exception.", e);
            }
        }
    }
}
