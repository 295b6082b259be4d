package io.github.pollhttp.demo.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.PrintStream;

import io.github.pollhttp.demo.Address;
import io.github.pollhttp.demo.Addresses;
import io.github.pollhttp.demo.DemoCase;
import io.github.pollhttp.demo.DemoCases;
import io.github.pollhttp.demo.DemoRun;
import io.github.pollhttp.demo.Platform;
import io.github.pollhttp.demo.server.DemoServer;

/** Runs the cases of the page on the desktop, one after the other, and prints them. */
public final class DesktopMain {
    private static final long FRAME_MILLIS = 16;

    private DesktopMain() {}

    /**
     * Runs all cases.
     *
     * @param arguments none
     * @throws Exception if a case did not end as it should
     */
    public static void main(String[] arguments) throws Exception {
        int surprises = runAll(terminal());
        if (surprises > 0) {
            // Not System.exit, because this may run inside of Maven, which has more to do.
            throw new IllegalStateException(surprises + " of the cases did not end as expected");
        }
    }

    /** Prints in the encoding of the terminal, and in UTF-8 into a pipe or file. */
    private static PrintStream terminal() {
        Console console = System.console();
        return new PrintStream(System.out, true, console == null ? UTF_8 : console.charset());
    }

    static int runAll(PrintStream out) throws Exception {
        int surprises = 0;
        try (DemoServer server = DemoServer.start(0, served -> {})) {
            Addresses addresses = Addresses.ofServers(Address.parse(server.originA()), Address.parse(server.originB()),
                    Address.parse("http://localhost:" + server.refusedPort()));
            out.println();
            out.println("PollHTTP on the desktop: the cases of the demo page, from the same code.");
            for (DemoCase each : DemoCases.ALL) {
                surprises += run(each, addresses, new ConsoleView(each, addresses, out)) ? 0 : 1;
            }
        }
        int count = DemoCases.ALL.size();
        out.println();
        out.println(count - surprises + " of " + count + " cases ended as expected.");
        out.println();
        return surprises;
    }

    /** A game loop without a game. */
    private static boolean run(DemoCase demoCase, Addresses addresses, ConsoleView view) throws InterruptedException {
        DemoRun run = new DemoRun(demoCase, addresses, Platform.DESKTOP, view);
        while (!run.isOver()) {
            run.frame();
            Thread.sleep(FRAME_MILLIS);
        }
        return view.endedAsExpected();
    }
}
