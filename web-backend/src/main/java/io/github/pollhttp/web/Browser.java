package io.github.pollhttp.web;

import org.teavm.jso.JSBody;

/** What this backend asks of the browser, beside the types that have files of their own. */
final class Browser {
    static final Page PAGE = Page.open();

    private Browser() {}

    @JSBody(script = "return location.origin;")
    static native String pageOrigin();

    @JSBody(script = "return navigator.onLine === false;")
    static native boolean isOffline();

    /** Warns once. */
    @JSBody(params = "page", script = """
            page.proxy = page.proxy || !console.warn("PollHTTP: the browser's own proxy holds, not the program's");
            """)
    static native void warnOfProxy(Page page);
}
