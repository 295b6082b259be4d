package io.github.pollhttp.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.pollhttp.bench.peer.Peers;
import io.github.pollhttp.bench.result.Comparison;
import io.github.pollhttp.bench.result.Comparison.Kind;
import io.github.pollhttp.bench.result.Comparison.Round;
import io.github.pollhttp.bench.result.Comparison.Row;
import io.github.pollhttp.bench.result.Growth;
import io.github.pollhttp.bench.result.Growth.Point;
import io.github.pollhttp.bench.result.Growth.Series;
import io.github.pollhttp.bench.result.Results;
import io.github.pollhttp.bench.result.Results.BrowserFigure;
import io.github.pollhttp.bench.result.Spread;
import io.github.pollhttp.bench.workload.Figures;

class ReportTest {
    private static final Growth GROWTH = new Growth("growth", "It grows", "x", "y",
            List.of(new Series("one", List.of(new Point(1, 20), new Point(1000, 0.5)))));

    @TempDir
    private Path folder;

    private static Round round(long requests, long nanos) {
        return new Round(new Figures(requests, 0, nanos, 0, 0, 0, 0, 0, 0, 0), 0);
    }

    @Test
    void tableContainsTheMedianTheExtremesAndTheMedianRatioToL2() throws Exception {
        Results results = new Results("mvn");
        Comparison comparison = Comparison.of("W1", "small", Kind.REQUESTS);
        comparison.rows().add(new Row(Peers.POLLHTTP,
                List.of(round(100, 1_000_000_000), round(300, 1_000_000_000), round(200, 1_000_000_000)), 0, null));
        comparison.rows().add(new Row(Peers.L2,
                List.of(round(400, 1_000_000_000), round(100, 1_000_000_000), round(500, 1_000_000_000)), 0, null));
        comparison.rows().add(new Row(Peers.JDK, List.of(), 0, "it | broke"));
        results.comparisons().add(comparison);
        String page = Files.readString(new Report(results).write(folder));
        assertTrue(page.contains("| **PollHTTP** | 200 (100–300) | 0.40 |"), page);
        assertTrue(page.contains("| java.net.http | it / broke |"), page);
    }

    @Test
    void goalIsReachedOrMissedByTheMedianRatio() throws Exception {
        Results results = new Results("mvn");
        Comparison comparison = Comparison.of("W1", "small", Kind.REQUESTS);
        comparison.rows().add(new Row(Peers.POLLHTTP, List.of(round(180, 1_000_000_000)), 0, null));
        comparison.rows().add(new Row(Peers.L2, List.of(round(200, 1_000_000_000)), 0, null));
        comparison.rows().add(new Row(Peers.JDK, List.of(round(100, 1_000_000_000)), 0, null));
        comparison.rows().add(new Row(Peers.GDX, List.of(round(110, 1_000_000_000)), 0, null));
        results.comparisons().add(comparison);
        String page = Files.readString(new Report(results).write(folder));
        assertTrue(page.contains("| W1 | PollHTTP | at least 0.90 × L2 bare channel | 0.90 | reached |"), page);
        assertTrue(page.contains("| W1 | PollHTTP | at least 1.70 × the best other library | 1.64 | **missed** |"),
                page);
    }

    @Test
    void goalWithoutItsClientsIsLeftOut() throws Exception {
        Results results = new Results("mvn");
        Comparison comparison = Comparison.of("W7", "many", Kind.REQUESTS);
        comparison.rows().add(new Row(Peers.POLLHTTP_REQUEST, List.of(round(180, 1_000_000_000)), 0, null));
        results.comparisons().add(comparison);
        assertFalse(Files.readString(new Report(results).write(folder)).contains("Goals"));
    }

    @Test
    void browserReachesOrMissesTheGoalsOfAWholeBody() throws Exception {
        String title = "B4: 64 MiB whole";
        Results results = new Results("mvn");
        results.browsers().add(new BrowserFigure("Lynx", title, "raw fetch", Spread.of(100), "MB/s", 1.0));
        results.browsers().add(new BrowserFigure("Lynx", title, "**PollHTTP's HTTPRequest, JavaScript**",
                Spread.of(85), "MB/s", 0.85));
        results.browsers().add(new BrowserFigure("Lynx", title + ": longest poll",
                "**PollHTTP's HTTPRequest, JavaScript**", Spread.of(2, 3, 4), "ms", null));
        results.browsers().add(new BrowserFigure("Lynx", title + ": the array",
                "**PollHTTP's HTTPRequest, JavaScript**", Spread.of(9), "ms", null));
        String page = Files.readString(new Report(results).write(folder));
        String client = "PollHTTP's HTTPRequest, JavaScript, Lynx";
        assertTrue(page.contains("| B4 | " + client + " | at least 0.80 × raw fetch | 0.85 | reached |"), page);
        assertTrue(page.contains("| B4 | " + client + " | at most 2.50 ms in the longest poll | 3.00 | **missed** |"),
                page);
        assertEquals(2, page.split("\\| B4 \\|", -1).length - 1, page);
    }

    @Test
    void tableOfBrowsersContainsTheRatioToRawFetchIfThereIsOne() throws Exception {
        Results results = new Results("mvn");
        results.browsers().add(new BrowserFigure("Lynx", "B1", "fetch", Spread.of(100), "requests/s", 1.0));
        results.browsers().add(new BrowserFigure("Lynx", "B1", "ours", Spread.of(80, 90, 95), "requests/s", 0.9));
        results.browsers().add(new BrowserFigure("Mosaic", "B1", "fetch", Spread.of(50), "requests/s", 1.0));
        results.browsers().add(new BrowserFigure("Lynx", "memory", "ours", Spread.of(7), "MiB", null));
        String page = Files.readString(new Report(results).write(folder));
        assertTrue(page.contains("|  | Lynx | × fetch | Mosaic | × fetch |"), page);
        assertTrue(page.contains("| ours | 90.0 (80.0–95.0) | 0.90 |  |  |"), page);
        assertTrue(page.contains("| ours | 7.00 |\n"), page);
    }

    @Test
    void textOutsideTheMarksIsKept() throws Exception {
        Report report = new Report(new Results("mvn"));
        Path page = report.write(folder);
        Files.writeString(page, Files.readString(page).replace("# Performance", "# Ours") + "After.\n");
        String first = Files.readString(report.write(folder));
        assertTrue(first.startsWith("# Ours\n") && first.endsWith("After.\n"), first);
        assertEquals(first, Files.readString(report.write(folder)));
    }

    @Test
    void pageWithoutMarksIsNotOverwritten() {
        assertThrows(IllegalStateException.class, () -> Report.replaceMeasured("# Performance\n", "new"));
    }

    @Test
    void chartIsXmlWithOneCirclePerPoint() throws Exception {
        String svg = new LineChart(GROWTH).svg();
        DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertEquals(2, svg.split("<circle", -1).length - 1);
    }
}
