package com.github.xpenatan.jmultiplatform.core;

/** Stands in for the class of this name that gdx-teavm needs. It has only the methods that gdx-teavm's {@code WebApplication} calls. */
public final class JMultiplatform {
    private static final JMultiplatform INSTANCE = new JMultiplatform();

    private final JPlatformMap map = new JPlatformMap();

    private JMultiplatform() {}

    /**
     * Returns the only instance.
     *
     * @return always the same object
     */
    public static JMultiplatform getInstance() {
        return INSTANCE;
    }

    /**
     * Returns the settings of the application.
     *
     * @return always the same object
     */
    public JPlatformMap getMap() {
        return map;
    }
}
