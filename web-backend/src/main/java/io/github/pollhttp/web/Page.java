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
            const warned = {};
            const page = {
                violations: [],
                warnOnce: text => {
                    if (!warned[text]) {
                        warned[text] = true;
                        console.warn(text);
                    }
                }
            };
            if (globalThis.addEventListener) { // not in Node
                addEventListener('securitypolicyviolation', event => {
                    page.violations.unshift(event);
                    page.violations.splice(16);
                });
            }
            return page;
            """)
    static native Page open();

    /** Whether the policy blocked a request to this URL, or one that it was redirected to. A violation names the URL or only its origin. */
    @JSBody(params = {"page",
            "url"}, script = """
                    return page.violations.some(event => event.effectiveDirective == 'connect-src' && event.disposition != 'report'
                        && event.blockedURI && url.startsWith(event.blockedURI));
                    """)
    static native boolean blocks(Page page, String url);

    /**
     * Whether the policy that blocked a request allows this URL, so that it blocked a redirect. A violation names the first URL, because a page must
     * not learn where another site redirects to (Content Security Policy, section 5.3).
     */
    @JSBody(params = {"page",
            "url"}, script = """
                    const allows = source => {
                        if (source == "'self'") {
                            return url.startsWith(globalThis.origin + '/');
                        }
                        const pattern = source.replace(/[.+?^$()|[\\]\\\\]/g, '\\\\$&').replace(/:\\*/, '(:\\\\d+)?').replace(/\\*/g, '.*');
                        return new RegExp('^(https?://)?' + pattern + '(?![\\\\w.-])', 'i').test(url);
                    };
                    return page.violations.some(event => {
                        const directives = String(event.originalPolicy).toLowerCase().split(';').map(text => text.trim().split(/\\s+/));
                        const sources = directives.find(each => each[0] == 'connect-src') || directives.find(each => each[0] == 'default-src');
                        const isBlocked = event.disposition != 'report' && event.blockedURI && url.startsWith(event.blockedURI);
                        return isBlocked && !!sources && sources.slice(1).some(allows);
                    });
                    """)
    static native boolean allows(Page page, String url);

    /** Writes a warning to the console, unless the page has already written it. */
    abstract void warnOnce(String text);
}
