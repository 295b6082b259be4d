package io.github.pollhttp.demo.desktop;

import java.io.PrintStream;
import java.util.List;

import io.github.pollhttp.HTTPClient.ResponseCode;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.demo.Addresses;
import io.github.pollhttp.demo.DemoCase;
import io.github.pollhttp.demo.DemoResult;
import io.github.pollhttp.demo.DemoResult.Verdict;
import io.github.pollhttp.demo.DemoView;
import io.github.pollhttp.demo.Transfer;
import io.github.pollhttp.demo.Units;

/** Prints a run. Everything but the bodies is ASCII, so that every terminal can show it. */
final class ConsoleView implements DemoView {
    private static final String INDENT = "    ";

    private final PrintStream out;
    /** Progress overwrites its line only in a terminal, and is left out of files. */
    private final boolean live = System.console() != null;
    private boolean lineBegun;
    private boolean text;
    private boolean asExpected;

    ConsoleView(DemoCase demoCase, Addresses addresses, PrintStream out) {
        this.out = out;
        out.println();
        out.println(demoCase.title() + "   " + demoCase.request().describe(addresses));
        out.println(INDENT + demoCase.explanation());
    }

    @Override
    public void passed(Status status) {
        endLine();
        out.println(INDENT + "> " + status.name().substring("STATUS_".length()));
    }

    @Override
    public void answered(int code, List<String> headers) {
        endLine();
        out.println(INDENT + "  " + code + " " + ResponseCode.reason(code));
        for (String each : headers) {
            out.println(INDENT + "  " + each);
        }
    }

    @Override
    public void progressed(Transfer transfer) {
        if (live && !text) {
            out.print("\r" + INDENT + "  " + transfer.size() + "  " + transfer.speed() + "      ");
            lineBegun = true;
        }
    }

    @Override
    public void read(String piece) {
        text = true;
        for (int i = 0; i < piece.length(); i++) {
            char next = piece.charAt(i);
            if (next == '\n') {
                endLine();
            } else {
                out.print(lineBegun ? next : INDENT + "  | " + next);
                lineBegun = true;
            }
        }
        out.flush();
    }

    @Override
    public void ended(DemoResult result) {
        endLine();
        Transfer transfer = result.transfer();
        if (result.failure() != null) {
            out.println(INDENT + "  " + result.failure());
        }
        if (transfer.bytes() > 0) {
            out.println(INDENT + "  " + transfer.size() + ", CRC-32 " + result.checksum()
                    + (transfer.speed().isEmpty() ? "" : ", " + transfer.speed()));
        }
        asExpected = result.verdict() == Verdict.AS_EXPECTED;
        out.println(INDENT + (asExpected ? "= as expected, " : "= NOT as expected, ") + Units.time(transfer.nanos()));
    }

    boolean endedAsExpected() {
        return asExpected;
    }

    private void endLine() {
        if (lineBegun) {
            out.println();
            lineBegun = false;
        }
    }
}
