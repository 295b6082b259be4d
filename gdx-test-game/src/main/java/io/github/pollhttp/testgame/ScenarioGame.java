package io.github.pollhttp.testgame;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Net;
import com.badlogic.gdx.utils.ScreenUtils;
import com.badlogic.gdx.utils.TimeUtils;

import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.contract.gdx.NetScenario;
import io.github.pollhttp.contract.gdx.NetScenarioRun;

/** Plays scenarios of a Net, one after the other, and reports their traces. */
public final class ScenarioGame extends ApplicationAdapter {
    /** The end of a trace if a listener was called on another thread than the render thread. */
    public static final String CALLED_ELSEWHERE = " on another thread";

    private static final long LIMIT_MILLISECONDS = 20_000;

    private final List<NetScenario> scenarios;
    private final UnaryOperator<Net> net;
    private final ServerAddresses addresses;
    private final BiConsumer<String, String> report;
    private int played;

    /** Null between two scenarios. */
    private NetScenarioRun run;
    private long started;

    /**
     * Creates the game.
     *
     * @param scenarios the scenarios to play
     * @param net       makes the Net to play them with from that of the application
     * @param addresses the servers of the scenarios
     * @param report    receives the id and the trace of each scenario, on the render thread
     */
    public ScenarioGame(List<NetScenario> scenarios, UnaryOperator<Net> net, ServerAddresses addresses,
            BiConsumer<String, String> report) {
        this.scenarios = scenarios;
        this.net = net;
        this.addresses = addresses;
        this.report = report;
    }

    /** Returns whether all scenarios have ended. */
    public boolean isOver() {
        return played == scenarios.size();
    }

    @Override
    public void create() {
        Gdx.net = net.apply(Gdx.net);
    }

    @Override
    public void render() {
        float green = (float) played / scenarios.size();
        ScreenUtils.clear(0, green, 0, 1);
        if (!isOver()) {
            play(scenarios.get(played));
        }
    }

    private void play(NetScenario scenario) {
        if (run == null) {
            run = scenario.start(Gdx.net, addresses);
            started = TimeUtils.millis();
        }
        boolean late = TimeUtils.timeSinceMillis(started) > LIMIT_MILLISECONDS;
        if (run.frame() || late) {
            report.accept(scenario.id(), run.trace() + (run.calledElsewhere() ? CALLED_ELSEWHERE : "")
                    + (late ? " and did not end within 20 seconds" : ""));
            run = null;
            played++;
        }
    }
}
