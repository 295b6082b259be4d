package io.github.pollhttp.e2e;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.contract.Scenario;
import io.github.pollhttp.contract.ScenarioRun;
import io.github.pollhttp.contract.Scenarios;
import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.e2e.rows.RowProgram;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSExportClasses;

/** The contract's scenarios as a program for the browser: the page's script starts one and calls {@link #frame} until it has ended. */
@JSExportClasses(RowProgram.class)
public final class BrowserSuite {
    private static HTTPClient client;
    private static ScenarioRun run;

    private BrowserSuite() {}

    /** TeaVM wants a main class; the exports are what is used. */
    public static void main(String[] args) {}

    /** Begins the scenario of a number, see {@link Scenarios#all()}. */
    @JSExport
    public static void start(int number, int port, int otherPort, int refusedPort) {
        Scenario scenario = Scenarios.all().get(number);
        client = HTTPClient.create();
        run = scenario.start(client, new ServerAddresses(port, otherPort, refusedPort));
    }

    /** One frame; true when the scenario has ended. */
    @JSExport
    public static boolean frame() {
        return run.frame();
    }

    /** Ends the scenario and returns what has happened. */
    @JSExport
    public static String finish() {
        client.close();
        return run.trace();
    }
}
