package io.github.pollhttp.testgame;

import org.teavm.jso.JSBody;

import com.github.xpenatan.gdx.teavm.backends.web.WebApplication;
import com.github.xpenatan.gdx.teavm.backends.web.WebApplicationConfiguration;

import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.contract.gdx.AllNetScenarios;
import io.github.pollhttp.gdx.PollNet;
import io.github.pollhttp.stars.teavm.TeaVMLauncher;

/**
 * Starts a game in a page: this module's game with {@code ?PORT,OTHER_PORT,REFUSED_PORT}, and the example with {@code ?SERVER_URL,NEWS_URL}. The object
 * {@code traces} of the page gets the trace of each scenario.
 */
public final class WebLauncher {
    private WebLauncher() {}

    public static void main(String[] args) {
        String[] words = words(search());
        if (words.length == 3) {
            ServerAddresses addresses = new ServerAddresses(Integer.parseInt(words[0]), Integer.parseInt(words[1]),
                    Integer.parseInt(words[2]));
            WebApplicationConfiguration config = new WebApplicationConfiguration("canvas");
            config.width = 0;
            config.height = 0;
            new WebApplication(
                    new ScenarioGame(AllNetScenarios.list(), PollNet::over, addresses, WebLauncher::report), config);
        } else {
            TeaVMLauncher.main(words);
        }
    }

    private static String[] words(String search) {
        return search.substring(1).split(",");
    }

    @JSBody(script = "return location.search")
    private static native String search();

    @JSBody(params = {"id", "trace"}, script = "window.traces = window.traces || {}; window.traces[id] = trace")
    private static native void report(String id, String trace);
}
