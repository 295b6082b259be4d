package io.github.pollhttp.demo.web;

import java.util.List;

import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

import io.github.pollhttp.HTTPClient.ResponseCode;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.demo.Addresses;
import io.github.pollhttp.demo.DemoCase;
import io.github.pollhttp.demo.DemoCases;
import io.github.pollhttp.demo.DemoResult;
import io.github.pollhttp.demo.DemoResult.Verdict;
import io.github.pollhttp.demo.DemoRun;
import io.github.pollhttp.demo.DemoView;
import io.github.pollhttp.demo.EnteredUrl;
import io.github.pollhttp.demo.Place;
import io.github.pollhttp.demo.Platform;
import io.github.pollhttp.demo.Transfer;
import io.github.pollhttp.demo.Units;

/** Shows one case in the page. The template in index.html defines its look; this class fills its parts. */
final class CaseCard implements DemoView, Framed {
    private final HTMLDocument document;
    private final HTMLElement card;
    private DemoCase demoCase;
    private Addresses addresses;
    private DemoRun run;
    private Verdict verdict;

    CaseCard(HTMLDocument document, DemoCase demoCase, Addresses addresses) {
        this.document = document;
        this.demoCase = demoCase;
        this.addresses = addresses;
        card = Template.copy("card");
        card.setAttribute("data-case", demoCase.id());
        fill("title", demoCase.title());
        fill("explanation", demoCase.explanation());
        if (isEntered()) {
            part("request").setAttribute("hidden", "");
            part("url").removeAttribute("hidden");
        } else {
            fill("request", demoCase.request().describe(addresses));
        }
        part("run").setAttribute("aria-label", "Run: " + demoCase.title());
        card.addEventListener("submit", event -> {
            event.preventDefault(); // the browser would load the page again
            run();
        });
        part("cancel").setAttribute("aria-label", "Cancel: " + demoCase.title());
        part("cancel").addEventListener("click", event -> run.cancel());
        setState("idle");
    }

    HTMLElement element() {
        return card;
    }

    void run() {
        if (isRunning()) {
            run.cancel();
        }
        if (isEntered()) {
            EnteredUrl url = EnteredUrl.parse(((HTMLInputElement) part("url")).getValue());
            addresses = addresses.withEntered(url.address());
            demoCase = DemoCases.entered(url.path());
        }
        clear();
        setState("running");
        run = new DemoRun(demoCase, addresses, Platform.BROWSER, this);
    }

    private boolean isEntered() {
        return demoCase.request().place() == Place.ENTERED;
    }

    boolean isRunning() {
        return run != null && !run.isOver();
    }

    boolean hasEnded() {
        return run != null && run.isOver();
    }

    boolean endedAsExpected() {
        return verdict == Verdict.AS_EXPECTED;
    }

    @Override
    public void frame() {
        if (isRunning()) {
            fill("time", Units.time(run.nanos()));
            run.frame();
        }
    }

    @Override
    public void passed(Status status) {
        HTMLElement statuses = part("statuses");
        if (statuses.hasChildNodes()) {
            statuses.appendChild(document.createTextNode(" "));
        }
        HTMLElement chip = document.createElement("span");
        chip.setAttribute("data-status", status.name());
        chip.setTextContent(status.name().substring("STATUS_".length()));
        statuses.appendChild(chip);
    }

    @Override
    public void answered(int code, List<String> headers) {
        fill("code", code + " " + ResponseCode.reason(code));
        fill("headers", String.join("\n", headers));
    }

    @Override
    public void progressed(Transfer transfer) {
        fill("size", transfer.size());
        fill("speed", transfer.speed());
        if (transfer.total() > 0) {
            showProgress(transfer.bytes(), transfer.total());
        }
    }

    @Override
    public void read(String piece) {
        HTMLElement text = document.createElement("span");
        text.setTextContent(piece);
        part("body").appendChild(text);
    }

    @Override
    public void ended(DemoResult result) {
        verdict = result.verdict();
        Transfer transfer = result.transfer();
        fill("time", Units.time(transfer.nanos()));
        if (transfer.bytes() > 0) {
            fill("size", transfer.size());
            fill("checksum", result.checksum());
        }
        if (result.failure() != null) {
            fill("failure", result.failure());
        }
        fill("verdict", switch (verdict) {
            case AS_EXPECTED -> "as expected";
            case UNEXPECTED -> "not as expected";
            case CANCELLED -> "cancelled";
            case NOTHING_EXPECTED -> "";
        });
        card.setAttribute("data-status", result.status().name());
        card.setAttribute("data-verdict", verdict.name());
        setState(verdict == Verdict.CANCELLED ? "cancelled" : result.failure() != null ? "failed" : "done");
    }

    private void clear() {
        verdict = null;
        for (String each : List.of("statuses", "code", "headers", "body", "size", "speed", "checksum", "time",
                "failure", "verdict")) {
            fill(each, "");
        }
        card.removeAttribute("data-status");
        card.removeAttribute("data-verdict");
        part("progress").removeAttribute("value"); // no value: the length is unknown, so the bar only shows activity
    }

    private void setState(String state) {
        boolean running = state.equals("running");
        card.setAttribute("data-state", state);
        if (running) {
            part("cancel").removeAttribute("disabled");
        } else {
            part("cancel").setAttribute("disabled", "");
        }
        if (state.equals("done")) {
            showProgress(1, 1);
        } else if (!running && !part("progress").hasAttribute("value")) {
            showProgress(0, 1);
        }
    }

    private void showProgress(long value, long max) {
        part("progress").setAttribute("max", String.valueOf(max));
        part("progress").setAttribute("value", String.valueOf(value));
    }

    private void fill(String part, String text) {
        part(part).setTextContent(text);
    }

    private HTMLElement part(String name) {
        return card.querySelector("[data-part=" + name + "]");
    }
}
