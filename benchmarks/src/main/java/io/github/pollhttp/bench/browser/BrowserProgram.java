package io.github.pollhttp.bench.browser;

/** What is compared in a browser. The name is the one that the page knows it by. */
enum BrowserProgram {
    FETCH("raw fetch, hand-written JavaScript", "fetch"), XHR("raw XMLHttpRequest, hand-written JavaScript",
            "xhr"), POLLHTTP_JS("**PollHTTP, JavaScript**", "pollhttp-js"), POLLHTTP_WASM("**PollHTTP, WasmGC**",
                    "pollhttp-wasm"), URL_CONNECTION_JS("TeaVM's HttpURLConnection, JavaScript",
                            "url-connection-js"), URL_CONNECTION_WASM("TeaVM's HttpURLConnection, WasmGC",
                                    "url-connection-wasm");

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
