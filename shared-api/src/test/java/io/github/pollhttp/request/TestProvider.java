package io.github.pollhttp.request;

import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendProvider;
import io.github.pollhttp.spi.RequestPlatform;

/** The clocks and random numbers of a test. It creates nothing, because the test passes on its own client and platform. */
record TestProvider(LongSupplier nanoClock, LongSupplier wallClock, DoubleSupplier generator)
        implements
            BackendProvider {
    @Override
    public String artifact() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Backend create() {
        throw new UnsupportedOperationException();
    }

    @Override
    public RequestPlatform requestPlatform() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long nanoTime() {
        return nanoClock.getAsLong();
    }

    @Override
    public long currentTimeMillis() {
        return wallClock.getAsLong();
    }

    @Override
    public double random() {
        return generator.getAsDouble();
    }
}
