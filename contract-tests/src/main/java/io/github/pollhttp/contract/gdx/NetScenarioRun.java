package io.github.pollhttp.contract.gdx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.badlogic.gdx.Net;
import com.badlogic.gdx.Net.HttpRequest;
import com.badlogic.gdx.Net.HttpResponse;
import com.badlogic.gdx.Net.HttpResponseListener;

import io.github.pollhttp.contract.ScenarioRun;
import io.github.pollhttp.contract.ServerAddresses;

/**
 * A scenario of a Net that runs. At its end it sends one more request and waits for it, so that a listener that is called too often is noticed.
 */
public final class NetScenarioRun implements ScenarioRun {
    private final NetScenario scenario;
    private final List<NetScenario.Step> steps;
    private final NetScenario.Reading reading;
    private final Net net;
    private final ServerAddresses addresses;
    private final List<Sent> requests = Collections.synchronizedList(new ArrayList<>());
    private final StringBuffer trace = new StringBuffer();
    private final Thread renderThread = Thread.currentThread();
    private volatile boolean calledElsewhere;

    /** Null after it has taken place. */
    private volatile NetScenario.Step reaction;
    private Sent last;
    private int next;

    NetScenarioRun(NetScenario scenario, Net net, ServerAddresses addresses) {
        this.scenario = scenario;
        steps = scenario.steps();
        reading = scenario.reading();
        reaction = scenario.reaction();
        this.net = net;
        this.addresses = addresses;
    }

    /** A request and its listener. */
    private class Sent implements HttpResponseListener {
        final HttpRequest request;
        volatile HttpResponse response;
        volatile boolean ended;

        Sent(HttpRequest request) {
            this.request = request;
        }

        @Override
        public void handleHttpResponse(HttpResponse received) {
            response = received;
            end(reading.of(received));
            NetScenario.Step once = reaction;
            reaction = null;
            if (once != null) {
                once.advance(NetScenarioRun.this);
            }
        }

        @Override
        public void failed(Throwable failure) {
            end("failed");
        }

        @Override
        public void cancelled() {
            end("cancelled");
        }

        void end(String word) {
            calledElsewhere |= !isOnRenderThread();
            note(word);
            ended = true;
        }
    }

    @Override
    public boolean frame() {
        while (next < steps.size() && steps.get(next).advance(this)) {
            next++;
        }
        return next == steps.size() && isSettled();
    }

    private boolean isSettled() {
        if (last == null) {
            HttpRequest request = request(Net.HttpMethods.GET, at(addresses.port()) + "settle");
            last = new Sent(request) {
                @Override
                void end(String word) {
                    ended = true;
                }
            };
            net.sendHttpRequest(request, last);
        }
        return last.ended;
    }

    @Override
    public String trace() {
        return trace.toString();
    }

    private boolean isOnRenderThread() {
        return Thread.currentThread() == renderThread;
    }

    /** Returns whether a listener was called on another thread than the one that runs the frames. */
    public boolean calledElsewhere() {
        return calledElsewhere;
    }

    // Steps

    private static HttpRequest request(String method, String url) {
        HttpRequest request = new HttpRequest(method);
        request.setUrl(url);
        return request;
    }

    boolean send(String method, String url, NetScenario.Setup setup) {
        HttpRequest request = request(method, url);
        Sent sent = new Sent(request);
        requests.add(sent);
        try {
            setup.of(request);
        } catch (IllegalArgumentException e) {
            sent.end("rejected");
            return true;
        }
        net.sendHttpRequest(request, sent);
        return true;
    }

    boolean sendWithoutListener(String url) {
        HttpRequest request = request(Net.HttpMethods.GET, url);
        requests.add(new Sent(request));
        net.sendHttpRequest(request, null);
        note(net.isHttpRequestPending(request) ? "pending" : "not-pending");
        return true;
    }

    boolean sendAgain(int index, String url) {
        HttpRequest request = requests.get(index).request;
        request.setUrl(url);
        Sent sent = new Sent(request);
        requests.add(sent);
        net.sendHttpRequest(request, sent);
        return true;
    }

    boolean reset(int index) {
        requests.get(index).request.reset();
        return true;
    }

    boolean cancel(int index) {
        net.cancelHttpRequest(requests.get(index).request);
        return true;
    }

    boolean isPending(int index) {
        return net.isHttpRequestPending(requests.get(index).request);
    }

    boolean hasEnded(int index) {
        return index < requests.size() && requests.get(index).ended;
    }

    HttpResponse response(int index) {
        return requests.get(index).response;
    }

    /** Adds a word to the trace, and returns true. */
    boolean note(String word) {
        synchronized (trace) {
            trace.append(trace.length() > 0 ? " " : "").append(word);
        }
        return true;
    }

    boolean noteThread() {
        return note(isOnRenderThread() ? "render-thread" : "other-thread");
    }

    String here() {
        return at(addresses.port()) + scenario.id();
    }

    String resolved(String url) {
        return url == null
                ? null
                : url.replace("{here}", here()).replace("{there}", at(addresses.otherPort()) + scenario.id())
                        .replace("{closed}", at(addresses.refusedPort()));
    }

    private static String at(int port) {
        return "http://127.0.0.1:" + port + "/";
    }
}
