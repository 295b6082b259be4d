package io.github.pollhttp.web;

import org.teavm.jso.JSBody;

/** Facts about the browser and the page that the program runs in. */
final class Browser {
    static final Page PAGE = Page.open();

    private Browser() {}

    /** Whether CORS hides responses of this server from the page. Without a page, as in Node, there is no CORS. */
    @JSBody(params = "server", script = "return !!globalThis.origin && server.origin != globalThis.origin;")
    static native boolean isOtherOrigin(OriginUrl server);

    /** Whether Chromium may have asked the user for this request (Local Network Access, section 2): only the server is on the local network. */
    @JSBody(params = "server", script = """
            const local = /^(localhost|.+\\.localhost|.+\\.local|127\\..+|10\\..+|192\\.168\\..+|169\\.254\\..+|172\\.(1[6-9]|2\\d|3[01])\\..+|\\[(::1|f[cd].+|fe[89ab].+)])$/;
            return /^https?:/.test(globalThis.origin) && local.test(server.hostname) && !local.test(new URL(globalThis.origin).hostname);
            """)
    static native boolean isLocalForThisPage(OriginUrl server);

    /** True in Node, which has {@code fetch}, and no {@code XMLHttpRequest}. */
    @JSBody(script = "return !globalThis.origin;")
    static native boolean isNotAPage();

    /** Whether the page was loaded over https. A sandboxed frame has no origin, and a srcdoc frame no URL. */
    @JSBody(script = "return /^https:/.test(globalThis.origin) || !!globalThis.location && location.protocol == 'https:';")
    static native boolean isHttps();

    @JSBody(script = "return (globalThis.navigator || 0).onLine === false;")
    static native boolean isOffline();
}
