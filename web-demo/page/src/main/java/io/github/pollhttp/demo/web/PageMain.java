package io.github.pollhttp.demo.web;

import org.teavm.jso.dom.html.HTMLDocument;

/** Begins the page, once as JavaScript and once as Wasm. */
public final class PageMain {
    private PageMain() {}

    /**
     * Asks for the addresses, with the library itself, and shows the cases when they are there.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        HTMLDocument document = HTMLDocument.current();
        FrameLoop loop = new FrameLoop(document);
        AddressLookup lookup = new AddressLookup(document, addresses -> loop.add(new Page(document, addresses)));
        loop.add(lookup);
        loop.start();
    }
}
