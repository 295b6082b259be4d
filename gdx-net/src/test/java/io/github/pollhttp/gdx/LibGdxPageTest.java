package io.github.pollhttp.gdx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.contract.gdx.AllNetScenarios;
import io.github.pollhttp.contract.gdx.NetScenario;

/** The table in {@code docs/libgdx.md}: each scenario with both Nets. {@link SideBySideTest} checks that the traces are right. */
class LibGdxPageTest {
    private static final Path PAGE = Path.of("..", "docs", "libgdx.md");
    private static final Path PAGE_OF_THIS_RUN = Path.of("target", "libgdx.md");
    private static final String BEGIN = "<!-- begin of the generated table -->\n";
    private static final String END = "<!-- end of the generated table -->\n";

    @Test
    void pageHasTheTableOfTheScenarios() throws IOException {
        String kept = Files.readString(PAGE);
        String made = kept.substring(0, kept.indexOf(BEGIN) + BEGIN.length()) + table()
                + kept.substring(kept.indexOf(END));
        Files.createDirectories(PAGE_OF_THIS_RUN.getParent());
        Files.writeString(PAGE_OF_THIS_RUN, made);

        assertEquals(made, kept,
                "docs/libgdx.md is out of date. Take the page of this run: cp gdx-net/target/libgdx.md docs/libgdx.md");
    }

    private static String table() {
        StringBuilder table = new StringBuilder(
                "| case | PollNet | libGDX's Net on the desktop |\n| --- | --- | --- |\n");
        for (NetScenario each : AllNetScenarios.list()) {
            table.append("| ").append(each.name()).append(" | ").append(pollNet(each)).append(" | ")
                    .append(libGdx(each)).append(" |\n");
        }
        return table.toString();
    }

    private static String pollNet(NetScenario scenario) {
        StringBuilder cell = new StringBuilder(code(scenario.trace()));
        if (!scenario.browserTrace().equals(scenario.trace())) {
            return cell.append("; in the browser ").append(code(scenario.browserTrace())).append(": ")
                    .append(scenario.reason(Engine.CHROMIUM)).toString();
        }
        for (Engine each : Engine.values()) {
            if (!scenario.trace(each).equals(scenario.browserTrace())) {
                cell.append("; in ").append(each.title()).append(' ').append(code(scenario.trace(each))).append(": ")
                        .append(scenario.reason(each));
            }
        }
        return cell.toString();
    }

    private static String libGdx(NetScenario scenario) {
        if (scenario.libGdxReason().isEmpty()) {
            return "same";
        }
        List<String> traces = scenario.libGdxTraces().stream().map(LibGdxPageTest::code).toList();
        String shown = traces.isEmpty() ? "varies" : String.join(", with a newer JDK ", traces);
        return shown + ": " + scenario.libGdxReason();
    }

    /** Shortens a trace of many equal words. */
    private static String code(String trace) {
        List<String> words = List.of(trace.split(" "));
        if (words.size() > 2 && Set.copyOf(words).size() == 1) {
            return words.size() + " times " + code(words.get(0));
        }
        return "`" + trace.replace("_", " ").replace("/.../", "/").strip() + "`";
    }
}
