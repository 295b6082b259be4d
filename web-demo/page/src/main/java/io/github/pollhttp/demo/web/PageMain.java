package io.github.pollhttp.demo.web;

import org.teavm.jso.dom.html.HTMLDocument;

/** Starts the page. It is compiled to JavaScript and to Wasm. */
public final class PageMain {
    private PageMain() {}

    /**
     * Asks for the addresses, with the library itself, and then shows the cases.
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
