package io.github.pollhttp.web;

import org.teavm.jso.JSBody;

/** Tells which headers a server must send so that a page may read its response (Fetch Standard, CORS protocol). */
final class CorsAdvice {
    private CorsAdvice() {}

    /** The headers that the response to this request needs, in quotation marks, and those of the preflight response if there is a preflight. */
    @JSBody(params = "request", script = """
            const simpleMethod = /^(GET|HEAD|POST)$/;
            const simpleName = /^(accept|accept-language|content-language|range)$/;
            const simpleType = /^(application\\/x-www-form-urlencoded|multipart\\/form-data|text\\/plain)\\s*(;|$)/i;
            const names = [];
            request.headers.forEach((value, name) => {
                const isSimple = simpleName.test(name) || name == 'content-type' && simpleType.test(value);
                if (!isSimple) {
                    names.push(name);
                }
            });
            const preflight = [];
            if (!simpleMethod.test(request.method)) {
                preflight.push('"Access-Control-Allow-Methods: ' + request.method + '"');
            }
            if (names.length) {
                preflight.push('"Access-Control-Allow-Headers: ' + names.join(', ') + '"');
            }
            let text = '"Access-Control-Allow-Origin: ' + location.origin + '"';
            if (request.credentials == 'include') {
                text += ' and "Access-Control-Allow-Credentials: true"';
            }
            if (preflight.length) {
                text += '; its response to the preflight (OPTIONS) needs status 204, the same headers, and ' + preflight.join(' and ');
            }
            return text;
            """)
    static native String headers(FetchRequest request);
}
