package io.github.pollhttp.contract.convenience;

import io.github.pollhttp.contract.ScenarioRun;
import io.github.pollhttp.contract.Scenario;
import io.github.pollhttp.contract.ServerAddresses;

/**
 * A scenario that makes what it plays with.
 *
 * @param <S> the scenario itself
 */
public abstract class ConvenienceScenario<S> extends Scenario<S> {
    ConvenienceScenario(String name) {
        super(name);
    }

    /** Begins the program. */
    public abstract Play start(ServerAddresses addresses);

    /** A scenario under way, which is to be closed at its end. */
    public interface Play extends ScenarioRun, AutoCloseable {
        @Override
        void close();
    }
}
