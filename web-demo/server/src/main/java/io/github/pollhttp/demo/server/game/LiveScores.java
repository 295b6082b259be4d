package io.github.pollhttp.demo.server.game;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** The event streams of all players that are connected. */
final class LiveScores {
    private static final Duration COMMENT = Duration.ofSeconds(15);

    private final Control control;
    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();

    LiveScores(Control control) {
        this.control = control;
    }

    void open(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        Stream stream = new Stream(request.getComponents().getScheduler(), response, callback);
        streams.add(stream);
        stream.run();
    }

    /** Tells a score to everybody, unless the mode of the server is not {@link Mode#NORMAL}. */
    void send(String json) {
        if (control.mode() == Mode.NORMAL) {
            streams.forEach(each -> each.write("data: " + json + "\n\n"));
        }
    }

    /** Ends all streams if the mode of the server has changed to one without streams. */
    void endIfAway() {
        if (!control.mode().keepsStreams()) {
            streams.forEach(each -> each.failed(new IOException("The control has ended the stream")));
        }
    }

    /** One stream. A comment each 15 seconds keeps it open, and finds out that a player has gone. */
    private final class Stream implements Runnable, Callback {
        private final Scheduler scheduler;
        private final Response response;
        private final Callback callback;
        private boolean writing;
        private String waiting = "";

        Stream(Scheduler scheduler, Response response, Callback callback) {
            this.scheduler = scheduler;
            this.response = response;
            this.callback = callback;
        }

        @Override
        public void run() {
            if (streams.contains(this)) {
                write(": open\n\n");
                scheduler.schedule(this, COMMENT);
            }
        }

        synchronized void write(String text) {
            waiting += text;
            if (!writing) {
                writing = true;
                String next = waiting;
                waiting = "";
                Content.Sink.write(response, false, next, this);
            }
        }

        @Override
        public synchronized void succeeded() {
            writing = false;
            if (!waiting.isEmpty()) {
                write("");
            }
        }

        @Override
        public void failed(Throwable cause) {
            if (streams.remove(this)) {
                callback.failed(cause);
            }
        }
    }
}
