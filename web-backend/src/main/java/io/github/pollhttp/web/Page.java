package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** The state that all clients of a page share: warnings on the console, and violations of the page's content security policy. */
abstract class Page implements JSObject {
    /**
     * Starts to record violations. The browser may report a violation after the failure that it causes, and the report does not name the request.
     * Therefore all violations are recorded, from the first client on. The newest 16 are kept.
     */
    @JSBody(script = """
            const page = {
                violations: [],
                warnings: []
            };
            page.warnOnce = text => {
                if (!page.warnings.includes(text)) {
                    page.warnings.push(text);
                    console.warn(text);
                }
            };
            addEventListener('securitypolicyviolation', event => {
                page.violations.unshift(event);
                page.violations.splice(16);
            });
            return page;
            """)
    static native Page open();

    /** The directive that blocked a request to this URL, or null. A violation names the URL or only its origin. */
    @JSBody(params = {"page", "url"}, script = """
            const blocks = event => event.disposition != 'report' && url.startsWith(event.blockedURI);
            const violation = page.violations.find(blocks);
            return violation ? violation.effectiveDirective : null;
            """)
    static native String violatedDirective(Page page, String url);

    /** Writes a warning to the console, unless the page has already written it. */
    abstract void warnOnce(String text);
}
