package io.github.pollhttp.gdx;

import java.util.ArrayList;
import java.util.List;

import com.badlogic.gdx.Net.HttpResponse;
import com.badlogic.gdx.Net.HttpResponseListener;

/** Records the calls of a listener. */
final class RecordingListener implements HttpResponseListener {
    final List<String> calls = new ArrayList<>();
    final List<Thread> threads = new ArrayList<>();
    Throwable failure;

    @Override
    public void handleHttpResponse(HttpResponse response) {
        add(response.getStatus().getStatusCode() + " " + response.getResultAsString());
    }

    @Override
    public void failed(Throwable reason) {
        failure = reason;
        add("failed");
    }

    @Override
    public void cancelled() {
        add("cancelled");
    }

    private void add(String call) {
        calls.add(call);
        threads.add(Thread.currentThread());
    }
}
