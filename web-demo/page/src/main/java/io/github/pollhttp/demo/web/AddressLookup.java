package io.github.pollhttp.demo.web;

import java.util.List;
import java.util.function.Consumer;

import org.teavm.jso.browser.Location;
import org.teavm.jso.dom.html.HTMLDocument;

import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.demo.Address;
import io.github.pollhttp.demo.Addresses;
import io.github.pollhttp.demo.DemoCases;
import io.github.pollhttp.demo.DemoResult;
import io.github.pollhttp.demo.DemoResult.Verdict;
import io.github.pollhttp.demo.DemoRun;
import io.github.pollhttp.demo.DemoView;
import io.github.pollhttp.demo.Platform;
import io.github.pollhttp.demo.Transfer;

/** Asks the server of the page, at the folder of the page, for the origins that the demo uses. */
final class AddressLookup implements DemoView, Framed {
    private final HTMLDocument document;
    private final Consumer<Addresses> found;
    private final StringBuilder lines = new StringBuilder();
    private final Address page;
    private final DemoRun run;

    AddressLookup(HTMLDocument document, Consumer<Addresses> found) {
        this.document = document;
        this.found = found;
        Location location = Location.current();
        String path = location.getPathName();
        page = Address.parse(location.getProtocol() + "//" + location.getHost())
                .folder(path.substring(0, path.lastIndexOf('/')));
        run = new DemoRun(DemoCases.ADDRESSES, Addresses.ofFiles(page), Platform.BROWSER, this);
    }

    @Override
    public void frame() {
        run.frame();
    }

    @Override
    public void passed(Status status) {}

    @Override
    public void answered(int code, List<String> headers) {}

    @Override
    public void progressed(Transfer transfer) {}

    @Override
    public void read(String piece) {
        lines.append(piece);
    }

    @Override
    public void ended(DemoResult result) {
        if (result.verdict() == Verdict.AS_EXPECTED) {
            found.accept(Addresses.parse(lines.toString(), page));
        } else {
            document.getElementById("summary").setTextContent(
                    "The server of this page does not say where the demo servers are: " + result.failure());
        }
    }
}
