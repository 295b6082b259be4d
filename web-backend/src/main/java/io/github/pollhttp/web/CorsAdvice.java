package io.github.pollhttp.web;

import org.teavm.jso.JSBody;

/** What a server has to send, so that CORS lets a page see its answer (Fetch Standard, CORS protocol). */
final class CorsAdvice {
    private CorsAdvice() {}

    /** The headers for this request, in quotation marks; those of the preflight, too, where there is one. */
    @JSBody(params = "request", script = """
            var names = [];
            request.headers.forEach((value, name) => {
                var simpleType = /^(application\\/x-www-form-urlencoded|multipart\\/form-data|text\\/plain)\\s*(;|$)/i.test(value);
                if (!/^(accept|accept-language|content-language|range)$/.test(name) && !(name == 'content-type' && simpleType)) {
                    names.push(name);
                }
            });
            var method = /^(GET|HEAD|POST)$/.test(request.method) ? '' : request.method;
            var text = '"Access-Control-Allow-Origin: ' + location.origin + '"';
            if (request.credentials == 'include') {
                text += ' and "Access-Control-Allow-Credentials: true"';
            }
            if (method || names.length) {
                text += '; it has to answer OPTIONS, too, with status 204, the same'
                    + (method ? ', "Access-Control-Allow-Methods: ' + method + '"' : '')
                    + (names.length ? ', "Access-Control-Allow-Headers: ' + names.join(', ') + '"' : '');
            }
            return text;
            """)
    static native String headers(FetchRequest request);
}
