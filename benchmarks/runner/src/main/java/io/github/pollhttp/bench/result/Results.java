package io.github.pollhttp.bench.result;

import java.util.ArrayList;
import java.util.List;

/** All results of a run, in the structure of the JSON file. */
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

    /** A result of JMH. */
    public record EngineFigure(String name, double nanos, double error, double allocated) {}

    /**
     * @param value   the median of the rounds and the extremes, in the unit
     * @param toFetch the ratio of the median to that of raw fetch in the same browser; null if there is none
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

    /** Notes for the reader, one sentence each. */
    public List<String> remarks() {
        return remarks;
    }
}
