package io.github.pollhttp.bench;

import java.util.List;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import io.github.pollhttp.bench.engine.ResponseBenchmark;
import io.github.pollhttp.bench.result.Results.EngineFigure;

/** Runs the JMH benchmarks of the HTTP/1.1 engine, each in a process of its own. */
final class EngineRuns {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private EngineRuns() {}

    static void run(Settings settings, List<EngineFigure> results) throws RunnerException {
        System.out.println("[bench] engine");
        TimeValue time = TimeValue.milliseconds(settings.quick() ? 200 : 1000);
        int iterations = settings.quick() ? 3 : 5; // JMH needs three iterations to compute an error
        for (RunResult run : new Runner(new OptionsBuilder().include(ResponseBenchmark.class.getName()).forks(1)
                .warmupIterations(iterations).warmupTime(time).measurementIterations(iterations).measurementTime(time)
                .addProfiler(GCProfiler.class).verbosity(VerboseMode.SILENT).build()).run()) {
            Result<?> figure = run.getPrimaryResult();
            results.add(new EngineFigure(figure.getLabel(), figure.getScore(), figure.getScoreError(),
                    run.getSecondaryResults().get(ALLOCATED).getScore()));
        }
    }
}
