package io.github.pollhttp.e2e.browser;

import java.io.IOException;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Passes the {@link Browsers} to tests. JUnit keeps one object for all test classes and closes it after the last class. JUnit also looks up the setting,
 * because a module's configuration of JUnit may override the system property.
 */
public final class BrowsersOfTheRun implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browsers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(Browsers.class)).getOrComputeIfAbsent(Browsers.class,
                key -> start(context.getConfigurationParameter(Browsers.SETTING).orElse("")), Browsers.class);
    }

    private static Browsers start(String setting) {
        try {
            return Browsers.of(setting);
        } catch (IOException | InterruptedException e) {
            throw new ParameterResolutionException(e.getMessage(), e);
        }
    }
}
