package io.github.pollhttp.contract.convenience;

import io.github.pollhttp.contract.Run;
import io.github.pollhttp.contract.Script;
import io.github.pollhttp.contract.ServerAddresses;

/**
 * A scenario that makes what it plays with.
 *
 * @param <S> the scenario itself
 */
public abstract class ConvenienceScenario<S> extends Script<S> {
    ConvenienceScenario(String name) {
        super(name);
    }

    /** Begins the program. */
    public abstract Play start(ServerAddresses addresses);

    /** A scenario under way, which is to be closed at its end. */
    public interface Play extends Run, AutoCloseable {
        @Override
        void close();
    }
}
