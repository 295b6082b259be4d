package io.github.pollhttp.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.openjdk.jmh.runner.RunnerException;

import io.github.pollhttp.bench.browser.BrowserRuns;
import io.github.pollhttp.bench.browser.FrameRuns;
import io.github.pollhttp.bench.process.Certificate;
import io.github.pollhttp.bench.process.Server;
import io.github.pollhttp.bench.process.Workers;
import io.github.pollhttp.bench.report.Report;
import io.github.pollhttp.bench.result.Results;

/** Runs all benchmarks and writes the report. */
public final class Main {
    /** The options of all workers: enough heap for a peer that copies a whole upload, and enough kept connections for {@code HttpURLConnection}. */
    private static final List<String> WORKER_OPTIONS = List.of("-Xmx2g", "-Dhttp.maxConnections=2000");

    private Main() {}

    /** @param args the folder of the documentation for the report of a whole run, and the folder for all other reports */
    public static void main(String[] args) throws Exception {
        Settings settings = Settings.ofSystem();
        Results results = new Results("mvn -Pbenchmarks" + (settings.quick() ? " -Dquick" : ""));
        Path scratch = Files.createTempDirectory("pollhttp-benchmarks");
        Certificate certificate = Certificate.make(scratch);
        List<String> workerOptions = new ArrayList<>(WORKER_OPTIONS);
        workerOptions.addAll(certificate.clientOptions());
        boolean whole = false;
        try (Server server = Server.start(certificate.serverOptions());
                Workers workers = new Workers(workerOptions)) {
            measure(settings, server, workers, results);
            whole = settings.isWhole();
        } finally {
            delete(scratch);
            Path folder = Path.of(args[whole ? 0 : 1]); // a run that failed is not whole either
            System.out.println("[bench] see " + new Report(results).write(folder));
        }
    }

    private static void measure(Settings settings, Server server, Workers workers, Results results)
            throws IOException, RunnerException {
        Comparer comparer = new Comparer(workers, server, settings);
        new Comparisons(settings, comparer, server, results.comparisons()).run();
        if (settings.wants("W8")) {
            results.comparisons().add(new ColdStarts(settings, server).run());
        }
        if (settings.wants("growth")) {
            new GrowthRuns(settings, comparer, server).run(results.growths());
        }
        new BrowserRuns(server.origin(), results, settings.browserRounds())
                .run(name -> settings.wants("browsers") || settings.wants(name), settings.browserRequests(),
                        settings.mib(256));
        new FrameRuns(server.origin(), results, settings.rounds())
                .run(name -> settings.wants("browsers") || settings.wants("B4") || settings.wants(name),
                        settings.mib(64));
        if (settings.wants("engine")) {
            EngineRuns.run(settings, results.engine());
        }
        results.remarks().add("The server answers " + Math.round(ServerCeiling.measure(server, settings.roundNanos()))
                + " small requests a second if a client sends a hundred of them in one write.");
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
