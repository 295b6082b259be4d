package io.github.pollhttp.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

import io.github.pollhttp.WebOptions;

/** {@link WebOptions} as members of the Fetch Standard's {@code RequestInit}. */
final class FetchOptions {
    private FetchOptions() {}

    static JSObject of(WebOptions options) {
        return members(options.credentials().token(), options.cache().token(), options.keepalive(),
                options.priority().token(), options.referrerPolicy().token());
    }

    /** Copies options, or null for the defaults, with the cache mode {@code no-store}. */
    @JSBody(params = "options", script = "return Object.assign({}, options, { cache: 'no-store' });")
    static native JSObject withoutCache(JSObject options);

    @JSBody(params = {"credentials", "cache", "keepalive", "priority", "referrerPolicy"}, script = """
            return {
                credentials: credentials,
                cache: cache,
                keepalive: keepalive,
                priority: priority,
                referrerPolicy: referrerPolicy
            };
            """)
    private static native JSObject members(String credentials, String cache, boolean keepalive, String priority,
            String referrerPolicy);
}
