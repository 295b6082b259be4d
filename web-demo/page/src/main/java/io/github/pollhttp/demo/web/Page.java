package io.github.pollhttp.demo.web;

import java.util.ArrayList;
import java.util.List;

import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

import io.github.pollhttp.demo.Addresses;
import io.github.pollhttp.demo.DemoCase;
import io.github.pollhttp.demo.DemoCases;

/** All cards, and the button that runs all cases at once, except the one that waits for a URL. */
final class Page implements Framed {
    private final List<CaseCard> cards = new ArrayList<>();
    private final CaseCard entered;
    private final HTMLElement summary;

    Page(HTMLDocument document, Addresses addresses) {
        summary = document.getElementById("summary");
        HTMLElement grid = document.getElementById("cases");
        for (DemoCase each : addresses.hasServer() ? DemoCases.ALL : DemoCases.FILES) {
            CaseCard card = new CaseCard(document, each, addresses);
            cards.add(card);
            grid.appendChild(card.element());
        }
        entered = new CaseCard(document, DemoCases.entered("/"), addresses);
        grid.appendChild(entered.element());
        document.getElementById("run-all").addEventListener("click", event -> {
            for (CaseCard each : cards) {
                each.run();
            }
        });
        document.getBody().setAttribute("data-server", String.valueOf(addresses.hasServer()));
        document.getBody().setAttribute("data-ready", "true");
    }

    @Override
    public void frame() {
        for (CaseCard each : cards) {
            each.frame();
        }
        entered.frame();
        summarize();
    }

    private void summarize() {
        int running = 0;
        int ended = 0;
        int asExpected = 0;
        for (CaseCard each : cards) {
            running += each.isRunning() ? 1 : 0;
            ended += each.hasEnded() ? 1 : 0;
            asExpected += each.endedAsExpected() ? 1 : 0;
        }
        String text = cards.size() + " cases to try";
        if (running > 0) {
            text = running + " running, " + asExpected + " ended as expected";
        } else if (ended > 0) {
            text = asExpected + " of " + ended + " ended as expected";
        }
        // Screen readers read each change aloud, so an equal text is not set again.
        if (!text.equals(summary.getTextContent())) {
            summary.setTextContent(text);
        }
    }
}
