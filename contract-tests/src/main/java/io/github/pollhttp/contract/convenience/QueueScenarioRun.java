package io.github.pollhttp.contract.convenience;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.pollhttp.contract.Body;
import io.github.pollhttp.contract.OtherClient;
import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.request.HTTPResponse;
import io.github.pollhttp.request.RequestSettings;

/** A scenario of an HTTPRequestQueue that runs. */
final class QueueScenarioRun implements ConvenienceScenario.Play {
    private final QueueScenario scenario;
    private final List<QueueScenario.Step> steps;
    private final ServerAddresses addresses;
    private final OtherClient other;
    private final boolean ordered;
    private final HTTPRequestQueue queue;
    private final List<HTTPRequestQueue.Ticket> tickets = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private boolean polling = true;
    private int completed;
    private int next;

    QueueScenarioRun(QueueScenario scenario, List<QueueScenario.Step> steps, ServerAddresses addresses,
            int connections) {
        this.scenario = scenario;
        this.steps = steps;
        this.addresses = addresses;
        other = new OtherClient(scenario, addresses);
        ordered = connections == 1;
        queue = HTTPRequestQueue.create();
        queue.setConnectionsPerOrigin(connections);
    }

    @Override
    public boolean frame() {
        if (polling) {
            queue.poll();
        }
        while (next < steps.size() && steps.get(next).advance(this)) {
            next++;
        }
        return next == steps.size();
    }

    @Override
    public String trace() {
        StringBuilder trace = new StringBuilder();
        for (String each : ends) {
            trace.append(trace.length() > 0 ? " " : "").append(each == null ? "none" : each);
        }
        return trace.toString();
    }

    @Override
    public void close() {
        queue.close();
    }

    // Steps

    boolean get(String url) {
        tickets.add(queue.get(resolved(url), listener()));
        return true;
    }

    boolean getWith(String url, Consumer<RequestSettings> preparation) {
        tickets.add(queue.get(resolved(url), preparation, listener()));
        return true;
    }

    private Consumer<HTTPResponse> listener() {
        int index = tickets.size();
        if (!ordered) {
            ends.add(null);
        }
        return response -> end(index, response.result(), response.code(), response.bytes());
    }

    private String resolved(String url) {
        return url.replace("{here}", at(addresses.port())).replace("{there}", at(addresses.otherPort()));
    }

    private String at(int port) {
        return "http://127.0.0.1:" + port + "/" + scenario.id();
    }

    private void end(int index, Result result, int code, byte[] bytes) {
        Body body = new Body();
        body.add(bytes, bytes.length);
        String line = index + ":" + result.name().substring("RESULT_".length()) + ":" + code + ":" + body.token();
        completed++;
        if (ordered) {
            ends.add(line);
        } else {
            String before = ends.get(index);
            ends.set(index, before == null ? line : before + " twice " + line);
        }
    }

    boolean otherGets(String path, boolean pollsMeanwhile) {
        boolean responded = other.gets(path);
        polling = responded || pollsMeanwhile;
        return responded;
    }

    boolean cancel(int index) {
        tickets.get(index).cancel();
        return true;
    }

    boolean call(QueueScenario.Setting setting) {
        setting.on(queue);
        return true;
    }

    boolean areActive(int count) {
        return queue.getActiveCount() == count;
    }

    boolean haveCompleted(int count) {
        return completed >= count;
    }
}
