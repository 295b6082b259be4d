package io.github.pollhttp.e2e;

import org.teavm.jso.JSExport;
import org.teavm.jso.JSExportClasses;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.contract.ScenarioRun;
import io.github.pollhttp.contract.ClientScenario;
import io.github.pollhttp.contract.AllClientScenarios;
import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.contract.convenience.AllConvenienceScenarios;
import io.github.pollhttp.contract.convenience.ConvenienceScenario;
import io.github.pollhttp.contract.httprequest.AllRequestScenarios;
import io.github.pollhttp.contract.httprequest.RequestScenario;
import io.github.pollhttp.e2e.behaviour.BehaviourProgram;
import io.github.pollhttp.request.HTTPRequest;

/** The contract's scenarios as a program for the browser: the page's script starts one and calls {@link #frame} until it has ended. */
@JSExportClasses(BehaviourProgram.class)
public final class BrowserSuite {
    private static AutoCloseable subject;
    private static ScenarioRun run;

    private BrowserSuite() {}

    /** TeaVM wants a main class; the exports are what is used. */
    public static void main(String[] args) {}

    /** Begins the scenario of a number, see {@link AllClientScenarios#list()}. */
    @JSExport
    public static void start(int number, int port, int otherPort, int refusedPort) {
        ClientScenario scenario = AllClientScenarios.list().get(number);
        HTTPClient client = HTTPClient.create();
        subject = client;
        run = scenario.start(client, new ServerAddresses(port, otherPort, refusedPort));
    }

    /** Begins the scenario of a request, see {@link AllRequestScenarios#list()}. */
    @JSExport
    public static void startRequest(int number, int port, int otherPort, int refusedPort) {
        RequestScenario scenario = AllRequestScenarios.list().get(number);
        HTTPRequest http = HTTPRequest.create();
        subject = http;
        run = scenario.start(http, new ServerAddresses(port, otherPort, refusedPort), "scenarios/");
    }

    /** Begins the scenario of a convenience, see {@link AllConvenienceScenarios#list()}. */
    @JSExport
    public static void startConvenience(int number, int port, int otherPort, int refusedPort) {
        ConvenienceScenario.Play play = AllConvenienceScenarios.list().get(number)
                .start(new ServerAddresses(port, otherPort, refusedPort));
        subject = play;
        run = play;
    }

    /** One frame; true when the scenario has ended. */
    @JSExport
    public static boolean frame() {
        return run.frame();
    }

    /** Ends the scenario and returns what has happened. */
    @JSExport
    public static String finish() throws Exception {
        subject.close();
        return run.trace();
    }
}
