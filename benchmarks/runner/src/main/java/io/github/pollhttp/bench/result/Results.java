package io.github.pollhttp.bench.result;

import java.util.ArrayList;
import java.util.List;

/** All that a run has found out, as it stands in the JSON file. */
public final class Results {
    private final Machine machine = Machine.here();
    private final String command;
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<Growth> growths = new ArrayList<>();
    private final List<EngineFigure> engine = new ArrayList<>();
    private final List<BrowserFigure> browsers = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    public Results(String command) {
        this.command = command;
    }

    /** One of JMH's. */
    public record EngineFigure(String name, double nanos, double error, double allocated) {}

    /**
     * @param value   in the unit; the median of the rounds
     * @param toFetch that median by raw fetch's in the same browser; null where that says nothing
     */
    public record BrowserFigure(String engine, String workload, String program, Spread value, String unit,
            Double toFetch) {}

    public Machine machine() {
        return machine;
    }

    public String command() {
        return command;
    }

    public List<Comparison> comparisons() {
        return comparisons;
    }

    public List<Growth> growths() {
        return growths;
    }

    public List<EngineFigure> engine() {
        return engine;
    }

    public List<BrowserFigure> browsers() {
        return browsers;
    }

    /** What a reader should know besides, a sentence each. */
    public List<String> remarks() {
        return remarks;
    }
}
