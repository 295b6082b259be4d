package io.github.pollhttp.contract.convenience;

import io.github.pollhttp.contract.Feature;
import io.github.pollhttp.contract.ScenarioRun;
import io.github.pollhttp.contract.Scenario;
import io.github.pollhttp.contract.ServerAddresses;

/**
 * A scenario that creates its event source or queue itself.
 *
 * @param <S> the class of the scenario
 */
public abstract class ConvenienceScenario<S> extends Scenario<S> {
    ConvenienceScenario(String name) {
        super(name);
        needs(Feature.HTTP_REQUEST);
    }

    /** Starts the program. */
    public abstract Play start(ServerAddresses addresses);

    /** A scenario that runs. Close it at its end. */
    public interface Play extends ScenarioRun, AutoCloseable {
        @Override
        void close();
    }
}
