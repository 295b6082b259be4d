package io.github.pollhttp.contract.httprequest;

import java.util.List;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.contract.Body;
import io.github.pollhttp.contract.OtherClient;
import io.github.pollhttp.contract.ScenarioRun;
import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.request.StoredFile;
import io.github.pollhttp.request.StoredFile.State;

/** A scenario of an HTTPRequest that runs. */
public final class RequestScenarioRun implements ScenarioRun {
    private final RequestScenario scenario;
    private final List<RequestScenario.Step> steps;
    private final HTTPRequest http;
    private final ServerAddresses addresses;
    private final String folder;
    private final OtherClient other;
    private final StringBuilder trace = new StringBuilder();
    private List<String> headers = List.of();
    private String listenerPath;
    private StoredFile stored;
    private Body content;
    private boolean polling = true;
    private boolean framePassed;
    private int next;

    RequestScenarioRun(RequestScenario scenario, List<RequestScenario.Step> steps, HTTPRequest http,
            ServerAddresses addresses, String folder) {
        this.scenario = scenario;
        this.steps = steps;
        this.http = http;
        this.addresses = addresses;
        this.folder = folder;
        other = new OtherClient(scenario, addresses);
        http.setRequestCompletedListener(this::completed);
    }

    @Override
    public boolean frame() {
        if (polling) {
            http.poll();
            checkProgress();
        }
        framePassed = true;
        while (next < steps.size() && steps.get(next).advance(this)) {
            next++;
        }
        return next == steps.size();
    }

    private void checkProgress() {
        if (http.getBodySize() >= 0 && http.getDownloadedBytes() > http.getBodySize()) {
            note("progress:" + http.getDownloadedBytes() + "/" + http.getBodySize());
        }
    }

    @Override
    public String trace() {
        return trace.toString();
    }

    private void completed(Result result, int code, List<String> lines, byte[] bytes) {
        Body body = new Body();
        body.add(bytes, bytes.length);
        headers = lines;
        note(result.name().substring("RESULT_".length()) + ":" + code + ":" + body.token());
        if (listenerPath != null) {
            String path = listenerPath;
            listenerPath = null;
            request(here() + path, List.of(), Method.METHOD_GET, new byte[0]);
        }
    }

    // State for the steps

    HTTPRequest http() {
        return http;
    }

    /** Returns the URL of this scenario, without a slash at the end. */
    String here() {
        return at(addresses.port());
    }

    private String at(int port) {
        return "http://127.0.0.1:" + port + "/" + scenario.id();
    }

    String resolved(String url) {
        return url.replace("{here}", here()).replace("{there}", at(addresses.otherPort())).replace("{closed}",
                at(addresses.refusedPort()));
    }

    String file(String name) {
        return folder + scenario.id() + "-" + name;
    }

    String header(String name) {
        for (String line : headers) {
            if (HeaderLine.isNamed(line, name)) {
                return HeaderLine.value(line);
            }
        }
        return "none";
    }

    // Steps

    boolean request(String url, List<String> lines, Method method, byte[] body) {
        ErrorCode code = http.requestRaw(url, lines, method, body);
        return code == ErrorCode.OK || note(code.name());
    }

    boolean upload(String url, Method method, RequestBody body) {
        ErrorCode code = http.request(url, List.of(), method, body);
        return code == ErrorCode.OK || note(code.name());
    }

    boolean awaitCompletion() {
        return !http.isRequesting();
    }

    boolean isSent() {
        return http.getHttpClientStatus() == Status.STATUS_REQUESTING || !http.isRequesting();
    }

    boolean otherGets(String path, boolean pollsMeanwhile) {
        boolean responded = other.gets(path);
        polling = responded || pollsMeanwhile;
        return responded;
    }

    boolean hasReceived(int count) {
        return http.getDownloadedBytes() >= count || !http.isRequesting();
    }

    boolean nextFrame() {
        boolean passed = framePassed;
        framePassed = false;
        return passed;
    }

    boolean listenerRequests(String path) {
        listenerPath = path;
        return true;
    }

    boolean call(RequestScenario.Setting setting) {
        setting.on(http);
        framePassed = false;
        return true;
    }

    boolean open(String name) {
        stored = StoredFile.open(file(name));
        content = new Body();
        return true;
    }

    boolean readStored() {
        byte[] chunk = stored.readChunk();
        while (chunk.length > 0) {
            content.add(chunk, chunk.length);
            chunk = stored.readChunk();
        }
        if (stored.getState() == State.READING) {
            return false;
        }
        note(stored.getState() + ":" + stored.getSize() + ":" + content.token());
        stored.close();
        return true;
    }

    boolean note(String event) {
        if (trace.length() > 0) {
            trace.append(' ');
        }
        trace.append(event);
        return true;
    }
}
