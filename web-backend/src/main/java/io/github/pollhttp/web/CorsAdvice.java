package io.github.pollhttp.web;

import org.teavm.jso.JSBody;

/** Tells which headers a server must send so that a page may read its response (Fetch Standard, CORS protocol). */
final class CorsAdvice {
    private CorsAdvice() {}

    /**
     * The headers that the response to this request needs, in quotation marks, and those of the preflight response if there is a preflight (Fetch
     * Standard, CORS-safelisted request-header). A listener for upload progress always causes a preflight (XMLHttpRequest Standard, send).
     *
     * <p>
     * All lines of one header are taken together, so the Standard's limit of 1,024 bytes for all of them is never reached.
     *
     * <p>
     * A page without an origin sends {@code Origin: null}. To allow that would allow every site, because each can make such a page.
     */
    @JSBody(params = "exchange", script = """
            const request = exchange.request;
            const isToken = value => /^[0-9A-Za-z *,\\-.;=]*$/.test(value);
            const hasUnsafeByte = value => /[\\x00-\\x08\\x0a-\\x1f"():<>?@[\\\\\\]{}\\x7f]/.test(value);
            const simpleType = /^(application\\/x-www-form-urlencoded|multipart\\/form-data|text\\/plain)\\s*(;|$)/i;
            const isRange = value => {
                const range = /^bytes=(\\d+)-(\\d*)$/.exec(value);
                return !!range && (!range[2] || Number(range[1]) <= Number(range[2]));
            };
            const rules = {
                'accept': value => !hasUnsafeByte(value),
                'accept-language': isToken,
                'content-language': isToken,
                'content-type': value => !hasUnsafeByte(value) && simpleType.test(value),
                'range': isRange
            };
            const names = [];
            request.headers.forEach((value, name) => {
                const isSafe = value.length <= 128 && rules.hasOwnProperty(name) && rules[name](value);
                if (!isSafe) {
                    names.push(name);
                }
            });
            const preflight = [];
            if (!/^(GET|HEAD|POST)$/.test(request.method)) {
                preflight.push('"Access-Control-Allow-Methods: ' + request.method + '"');
            }
            if (names.length) {
                preflight.push('"Access-Control-Allow-Headers: ' + names.join(', ') + '"');
            }
            const hasOrigin = self.origin != 'null';
            const sendsCookies = request.credentials == 'include';
            let text = '"Access-Control-Allow-Origin: ';
            if (hasOrigin) {
                text += self.origin + (sendsCookies ? '" and "Access-Control-Allow-Credentials: true"' : '"');
            } else {
                text += '*", because this page has no origin that a server can name (a sandboxed frame, a file or a data: URL)';
            }
            if (preflight.length || exchange.isUpload) {
                text += '; its response to the preflight (OPTIONS) needs a status from 200 to 299'
                    + (preflight.length ? ', the headers just named, and ' + preflight.join(' and ') : ' and the headers just named');
            }
            return !hasOrigin && sendsCookies ? text + '; such a page cannot use Credentials.INCLUDE' : text;
            """)
    static native String headers(BrowserExchange exchange);
}
