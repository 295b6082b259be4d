package io.github.pollhttp.e2e.gdx;

import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;

import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.testgame.ScenarioGame;

/** Plays the scenarios of a Net in a window. Prints a line for each: the word TRACE, the id and the trace. */
public final class ScenariosInWindow {
    static final String BEGINNING = "TRACE ";

    private ScenariosInWindow() {}

    /** @param args the ports of {@link ServerAddresses} */
    public static void main(String[] args) {
        ServerAddresses addresses = new ServerAddresses(Integer.parseInt(args[0]), Integer.parseInt(args[1]),
                Integer.parseInt(args[2]));
        Lwjgl3ApplicationConfiguration config = new Lwjgl3ApplicationConfiguration();
        config.disableAudio(true);
        config.useVsync(false);
        new Lwjgl3Application(
                new ScenarioGame(addresses, (id, trace) -> System.out.println(BEGINNING + id + " " + trace)), config);
    }
}
