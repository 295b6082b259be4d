package io.github.pollhttp.bench.browser;

/** The programs that are compared in a browser. The page knows each by its {@link #pageName}. */
enum BrowserProgram {
    FETCH("raw fetch, hand-written JavaScript", "fetch"), //
    XHR("raw XMLHttpRequest, hand-written JavaScript", "xhr"), //
    POLLHTTP_JS("**PollHTTP, JavaScript**, polled when data has arrived", "pollhttp-js"), //
    POLLHTTP_WASM("**PollHTTP, WasmGC**, polled when data has arrived", "pollhttp-wasm"), //
    POLLHTTP_JS_SPINNING("PollHTTP, JavaScript, polled without a pause", "pollhttp-js-spinning"), //
    POLLHTTP_WASM_SPINNING("PollHTTP, WasmGC, polled without a pause", "pollhttp-wasm-spinning"), //
    FETCH_SPINNING("raw fetch next to a loop without a pause", "fetch-spinning"), //
    URL_CONNECTION_JS("TeaVM's HttpURLConnection, JavaScript", "url-connection-js"), //
    URL_CONNECTION_WASM("TeaVM's HttpURLConnection, WasmGC", "url-connection-wasm");

    private final String title;
    private final String pageName;

    BrowserProgram(String title, String pageName) {
        this.title = title;
        this.pageName = pageName;
    }

    String title() {
        return title;
    }

    String pageName() {
        return pageName;
    }
}
