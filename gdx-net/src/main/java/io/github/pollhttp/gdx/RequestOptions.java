package io.github.pollhttp.gdx;

import com.badlogic.gdx.Net.HttpRequest;

import io.github.pollhttp.WebOptions;
import io.github.pollhttp.WebOptions.Credentials;
import io.github.pollhttp.request.RequestSettings;

/**
 * The options of a libGDX request.
 *
 * @param stallSeconds       the longest time in which no byte moves, or 0 for no limit
 * @param followsRedirects   whether redirects are followed
 * @param includeCredentials whether the browser sends cookies to another origin
 * @param decodesItself      whether the game asks for content codings, and therefore decodes them
 */
record RequestOptions(double stallSeconds, boolean followsRedirects, boolean includeCredentials,
        boolean decodesItself) {
    private static final double MILLISECONDS = 1000;

    static RequestOptions of(HttpRequest request) {
        return new RequestOptions(Math.max(0, request.getTimeOut()) / MILLISECONDS, request.getFollowRedirects(),
                request.getIncludeCredentials(),
                HeaderLines.has(request.getHeaders().keySet(), "Accept-Encoding"));
    }

    /** Sets the options that differ from the defaults, so that the settings of the queue apply to the others. */
    void applyTo(RequestSettings settings) {
        if (stallSeconds > 0) {
            settings.setStallTimeout(stallSeconds);
        }
        if (!followsRedirects) {
            settings.setMaxRedirects(0);
        }
        if (includeCredentials) {
            settings.setWebOptions(WebOptions.DEFAULT.withCredentials(Credentials.INCLUDE));
        }
        if (decodesItself) {
            settings.setAcceptGzip(false);
        }
    }
}
