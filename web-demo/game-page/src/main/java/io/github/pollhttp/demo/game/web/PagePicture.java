package io.github.pollhttp.demo.game.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLImageElement;
import org.teavm.jso.typedarrays.Int8Array;

import io.github.pollhttp.demo.game.Picture;

/** An image element that the browser fills from bytes. */
final class PagePicture implements Picture {
    private final HTMLImageElement image = (HTMLImageElement) HTMLDocument.current().createElement("img");
    private State state = State.DECODING;

    PagePicture(byte[] png) {
        String url = objectUrl(Int8Array.copyFromJavaArray(png));
        image.addEventListener("load", event -> end(url, State.READY));
        image.addEventListener("error", event -> end(url, State.BROKEN));
        image.setSrc(url);
    }

    private void end(String url, State newState) {
        revoke(url);
        state = newState;
    }

    @JSBody(params = "bytes", script = "return URL.createObjectURL(new Blob([bytes]));")
    private static native String objectUrl(Int8Array bytes);

    @JSBody(params = "url", script = "URL.revokeObjectURL(url);")
    private static native void revoke(String url);

    HTMLImageElement image() {
        return image;
    }

    @Override
    public State state() {
        return state;
    }
}
