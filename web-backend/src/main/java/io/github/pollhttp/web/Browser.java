package io.github.pollhttp.web;

import org.teavm.jso.JSBody;

/** Facts about the browser and the page that the program runs in. */
final class Browser {
    static final Page PAGE = Page.open();

    private Browser() {}

    @JSBody(script = "return location.origin;")
    static native String pageOrigin();

    @JSBody(script = "return navigator.onLine === false;")
    static native boolean isOffline();
}
