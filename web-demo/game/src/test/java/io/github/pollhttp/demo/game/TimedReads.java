package io.github.pollhttp.demo.game;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BiFunction;

import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendProvider;
import io.github.pollhttp.testing.ScriptedNetwork;

/** Lets each read of a body take time, by the clock of the scripted network. Without it, a poll takes none, however much it reads. */
final class TimedReads {
    /** The most that a request reads at once, by default. */
    static final int CHUNK = 64 * 1024;

    private TimedReads() {}

    /**
     * Concerns the clients that are created from now on. The end of the network is the end of this, too.
     *
     * @param seconds how long a read of a whole chunk takes
     */
    static void install(ScriptedNetwork network, double seconds) {
        BackendProvider.replace(wrap(BackendProvider.class, BackendProvider.installed(),
                (method, result) -> result instanceof Backend backend ? wrap(Backend.class, backend, (call, read) -> {
                    if (call.equals("readBody")) {
                        int count = read instanceof byte[] bytes ? bytes.length : (int) read;
                        network.advance(seconds * count / CHUNK);
                    }
                    return read;
                }) : result));
    }

    /** @param after gets the name of the called method and its result, and returns the result for the caller */
    private static <T> T wrap(Class<T> type, T target, BiFunction<String, Object, Object> after) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (proxy, method, arguments) -> {
                    try {
                        return after.apply(method.getName(), method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
