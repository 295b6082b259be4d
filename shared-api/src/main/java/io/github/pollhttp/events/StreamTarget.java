package io.github.pollhttp.events;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.content.RedirectTls;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.Quoted;
import io.github.pollhttp.internal.Redirect;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.spi.RequestPlatform;

/** The URL and the header lines of the next request: those that the program has given, or those that a redirect has made of them. */
final class StreamTarget {
    static final String EVENT_STREAM = "text/event-stream";
    private static final int MAX_REDIRECTS = 20; // Fetch Standard, HTTP-redirect fetch

    private final RequestUrl streamUrl;
    /** The options of the program, for the first origin; null for the defaults. */
    private TLSOptions streamTls;
    /** The options for the server of the next request; null for the defaults. */
    private TLSOptions tlsOptions;
    private List<String> streamHeaders;
    private RequestUrl url;
    private List<String> headers;
    /** The URLs that the request was redirected to, in order. An immutable list. */
    private List<String> redirects;
    private boolean tooOften;

    /**
     * @param url     the URL of the program
     * @param headers completed lines
     */
    StreamTarget(RequestUrl url, List<String> headers) {
        this.streamUrl = url;
        this.streamHeaders = headers;
        restart(null);
    }

    /**
     * Replaces the header lines of the program, from the next request that is not redirected.
     *
     * @param lines completed lines
     */
    void setHeaders(List<String> lines) {
        streamHeaders = lines;
        if (redirects.isEmpty()) {
            headers = streamHeaders;
        }
    }

    /**
     * @param platform checks the lines
     * @return a copy of the lines, with an {@code Accept}
     * @throws RejectionException if a line is not valid
     */
    static List<String> completed(RequestPlatform platform, List<String> customHeaders) throws RejectionException {
        List<String> lines = List.copyOf(customHeaders);
        platform.checkHeaders(lines);
        return HeaderLine.has(lines, "Accept")
                ? lines
                : HeaderLine.replaced(lines, "Accept", "Accept: " + EVENT_STREAM);
    }

    /**
     * Begins at the URL of the program again.
     *
     * @param options null for the defaults
     */
    void restart(TLSOptions options) {
        streamTls = options;
        tlsOptions = options;
        redirects = List.of();
        url = streamUrl;
        headers = streamHeaders;
    }

    RequestUrl streamUrl() {
        return streamUrl;
    }

    RequestUrl url() {
        return url;
    }

    List<String> headers() {
        return headers;
    }

    List<String> redirects() {
        return redirects;
    }

    /** @return whether the last redirect was not followed because there were too many */
    boolean isRedirectedTooOften() {
        return tooOften;
    }

    /** @return the options for the server of the next request; null for the defaults */
    TLSOptions tlsOptions() {
        return url.origin().tls() ? tlsOptions : null;
    }

    /**
     * Leads the next request to the target of a redirect.
     *
     * @param location the value of the Location field
     * @throws RejectionException if the redirect must not be followed
     */
    void follow(String location) throws RejectionException {
        if (redirects.size() == MAX_REDIRECTS) {
            tooOften = true;
            throw RejectionException.invalid("The server redirected the request more than " + MAX_REDIRECTS
                    + " times, the last time to " + Quoted.url(location) + ".");
        }
        RequestUrl target = Redirect.target(url, location);
        if (streamTls != null) {
            tlsOptions = RedirectTls.optionsFor(streamTls, streamUrl.origin(), target.origin());
        }
        headers = Redirect.headers(headers, target.origin().equals(url.origin()), true);
        url = target;
        List<String> longer = new ArrayList<>(redirects);
        longer.add(url.toString());
        redirects = List.copyOf(longer);
    }
}
