package io.github.pollhttp.web;

import io.github.pollhttp.WebOptions;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** {@link WebOptions} as members of the Fetch Standard's {@code RequestInit}. */
final class FetchOptions {
    private FetchOptions() {}

    /** Replaces what an earlier call set. */
    static JSObject of(JSObject before, WebOptions options) {
        return with(before, options.credentials().token(), options.cache().token(), options.keepalive(),
                options.priority().token(), options.referrerPolicy().token());
    }

    /** Turns strict portable mode on or off. */
    @JSBody(params = {"before", "strict"}, script = "return Object.assign({}, before, { strict: strict });")
    static native JSObject strict(JSObject before, boolean strict);

    @JSBody(params = {"before", "credentials", "cache", "keepalive", "priority", "referrerPolicy"}, script = """
            return Object.assign({}, before, {
                credentials: credentials,
                cache: cache,
                keepalive: keepalive,
                priority: priority,
                referrerPolicy: referrerPolicy
            });
            """)
    private static native JSObject with(JSObject before, String credentials, String cache, boolean keepalive,
            String priority,
            String referrerPolicy);
}
