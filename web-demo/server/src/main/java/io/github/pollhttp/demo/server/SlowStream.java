package io.github.pollhttp.demo.server;

import java.time.Duration;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** Sends a text word by word. It occupies no thread while it waits. */
final class SlowStream implements Runnable, Callback {
    private static final Duration PAUSE = Duration.ofMillis(90);
    private static final String TEXT = """
            A game asks sixty times a second:
            is there anything new?
            Most often not, and it goes on.
            When a word arrives, it is there
            in the next frame. Nobody waited.
            """;
    private static final String[] WORDS = TEXT.split("(?<=\\s)");

    private final Scheduler scheduler;
    private final Response response;
    private final Callback callback;
    private int sent;

    SlowStream(Request request, Response response, Callback callback) {
        this.scheduler = request.getComponents().getScheduler();
        this.response = response;
        this.callback = callback;
    }

    @Override
    public void run() {
        String word = WORDS[sent++];
        Content.Sink.write(response, isDone(), word, this);
    }

    @Override
    public void succeeded() {
        if (isDone()) {
            callback.succeeded();
        } else {
            scheduler.schedule(this, PAUSE);
        }
    }

    @Override
    public void failed(Throwable cause) {
        callback.failed(cause);
    }

    private boolean isDone() {
        return sent == WORDS.length;
    }
}
