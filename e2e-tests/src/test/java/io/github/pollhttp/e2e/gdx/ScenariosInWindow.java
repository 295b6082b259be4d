package io.github.pollhttp.e2e.gdx;

import java.util.List;
import java.util.function.UnaryOperator;

import com.badlogic.gdx.Net;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;

import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.contract.gdx.AllNetScenarios;
import io.github.pollhttp.contract.gdx.NetScenario;
import io.github.pollhttp.gdx.PollNet;
import io.github.pollhttp.testgame.ScenarioGame;

/** Plays the scenarios of a Net in a window. Prints a line for each: the word TRACE, the id and the trace. */
public final class ScenariosInWindow {
    static final String BEGINNING = "TRACE ";

    /** The two implementations of Net that can be played. */
    enum Implementation {
        POLLHTTP, LIBGDX;

        List<NetScenario> scenarios() {
            List<NetScenario> all = AllNetScenarios.list();
            return this == POLLHTTP ? all : all.stream().filter(each -> !each.libGdxTraces().isEmpty()).toList();
        }

        private UnaryOperator<Net> net() {
            return this == POLLHTTP ? PollNet::over : own -> own;
        }
    }

    private ScenariosInWindow() {}

    /** @param args the name of the {@link Implementation}, and the ports of {@link ServerAddresses} */
    public static void main(String[] args) {
        Implementation played = Implementation.valueOf(args[0]);
        ServerAddresses addresses = new ServerAddresses(Integer.parseInt(args[1]), Integer.parseInt(args[2]),
                Integer.parseInt(args[3]));
        Lwjgl3ApplicationConfiguration config = new Lwjgl3ApplicationConfiguration();
        config.disableAudio(true);
        config.useVsync(false);
        new Lwjgl3Application(new ScenarioGame(played.scenarios(), played.net(), addresses,
                (id, trace) -> System.out.println(BEGINNING + id + " " + trace)), config);
    }
}
