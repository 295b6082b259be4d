package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** What is remembered for the page as a whole: the names of headers that a warning was given for, and violations of its policy. */
interface Page extends JSObject {
    /**
     * The event that tells a content security policy's part in a failure may come after the failure, and names no request, so that all are
     * listened for. The last 16 are kept.
     */
    @JSBody(script = """
            var page = { violations: [] };
            addEventListener('securitypolicyviolation', event => page.violations.unshift(event) > 16 && page.violations.pop());
            return page;
            """)
    static Page open() {
        throw new IllegalStateException("a JavaScript body takes the place of this one");
    }

    /** The directive that forbade a request to this URL, or null. A violation names the URL, or no more than its origin. */
    @JSBody(params = {"page",
            "url"}, script = """
                    var found = page.violations.filter(event => event.disposition != 'report' && !url.indexOf(event.blockedURI));
                    return found.length ? found[0].effectiveDirective : null;
                    """)
    static String violatedDirective(Page page, String url) {
        throw new IllegalStateException("a JavaScript body takes the place of this one");
    }
}
