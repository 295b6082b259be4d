package io.github.pollhttp.e2e;

import java.util.List;

import org.teavm.jso.JSExport;
import org.teavm.jso.JSExportClasses;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.contract.AllClientScenarios;
import io.github.pollhttp.contract.ClientScenario;
import io.github.pollhttp.contract.Scenario;
import io.github.pollhttp.contract.ScenarioRun;
import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.contract.convenience.AllConvenienceScenarios;
import io.github.pollhttp.contract.convenience.ConvenienceScenario;
import io.github.pollhttp.contract.gdx.AllNetScenarios;
import io.github.pollhttp.contract.gdx.NetScenario;
import io.github.pollhttp.contract.httprequest.AllRequestScenarios;
import io.github.pollhttp.contract.httprequest.RequestScenario;
import io.github.pollhttp.e2e.behaviour.BehaviourProgram;
import io.github.pollhttp.e2e.behaviour.EventProgram;
import io.github.pollhttp.e2e.behaviour.RequestProgram;
import io.github.pollhttp.e2e.gdx.NoNet;
import io.github.pollhttp.e2e.gdx.PageApplication;
import io.github.pollhttp.gdx.PollNet;
import io.github.pollhttp.request.HTTPRequest;

/** The contract's scenarios as a program for the browser: the page's script starts a scenario and calls {@link #frame} until it has ended. */
@JSExportClasses({BehaviourProgram.class, EventProgram.class, RequestProgram.class})
public final class BrowserSuite {
    // Made once, because the traces of large bodies take long to compute.
    private static final List<ClientScenario> CLIENT = AllClientScenarios.list();
    private static final List<RequestScenario> REQUEST = AllRequestScenarios.list();
    private static final List<ConvenienceScenario<?>> CONVENIENCE = AllConvenienceScenarios.list();
    private static final List<NetScenario> NET = AllNetScenarios.list();

    private static final String FOLDER = "scenarios/";

    private static AutoCloseable subject;
    private static ScenarioRun run;

    private BrowserSuite() {}

    /** Does nothing. TeaVM needs a main class, but the page calls only the exports. */
    public static void main(String[] args) {}

    /** Starts the scenario of {@link AllClientScenarios} that has the id. */
    @JSExport
    public static void startClient(String id, int port, int otherPort, int refusedPort) {
        HTTPClient client = HTTPClient.create();
        subject = client;
        run = find(CLIENT, id).start(client, new ServerAddresses(port, otherPort, refusedPort), FOLDER);
    }

    /** Starts the scenario of {@link AllRequestScenarios} that has the id. */
    @JSExport
    public static void startRequest(String id, int port, int otherPort, int refusedPort) {
        HTTPRequest http = HTTPRequest.create();
        subject = http;
        run = find(REQUEST, id).start(http, new ServerAddresses(port, otherPort, refusedPort), FOLDER);
    }

    /** Starts the scenario of {@link AllConvenienceScenarios} that has the id. */
    @JSExport
    public static void startConvenience(String id, int port, int otherPort, int refusedPort) {
        ConvenienceScenario.Play play = find(CONVENIENCE, id)
                .start(new ServerAddresses(port, otherPort, refusedPort));
        subject = play;
        run = play;
    }

    /** Starts the scenario of {@link AllNetScenarios} that has the id, with a PollNet in a libGDX application. */
    @JSExport
    public static void startNet(String id, int port, int otherPort, int refusedPort) {
        PageApplication.start();
        PollNet net = PollNet.over(new NoNet());
        subject = net.queue();
        run = find(NET, id).start(net, new ServerAddresses(port, otherPort, refusedPort));
    }

    private static <S extends Scenario<?>> S find(List<S> scenarios, String id) {
        for (S each : scenarios) {
            if (each.id().equals(id)) {
                return each;
            }
        }
        throw new IllegalArgumentException("No scenario has the id " + id);
    }

    /** Runs one frame. Returns true when the scenario has ended. */
    @JSExport
    public static boolean frame() {
        return run.frame();
    }

    /** Closes the subject of the scenario and returns the trace. */
    @JSExport
    public static String finish() throws Exception {
        subject.close();
        return run.trace();
    }
}
