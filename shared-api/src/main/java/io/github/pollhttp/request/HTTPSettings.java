package io.github.pollhttp.request;

import java.util.List;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.WebOptions;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.events.EventSource;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.request.HTTPRequest.Result;

/**
 * The settings that {@link HTTPRequest}, {@link HTTPRequestQueue} and {@link EventSource} have in common. A setting applies to requests that start
 * later, not to one that is active. An event source sends a request each time it connects.
 */
@NullMarked
public interface HTTPSettings {

    /**
     * Sets the cookie jar. For the requested URL and for each redirect, the cookies for that URL are sent, and the cookies of the response are
     * stored. If a request has a {@code Cookie} header of its own, that header is sent instead of the cookies of the jar. In the browser this
     * has no effect, because the browser manages cookies.
     *
     * @param jar the jar, which several requests, queues and event sources may share; null, the default, for no cookies
     */
    void setCookieJar(@Nullable CookieJar jar);

    /**
     * Returns the cookie jar.
     *
     * @return the jar; null if none is set, and always null in the browser
     */
    @Nullable
    CookieJar getCookieJar();

    /**
     * Sends requests with {@code http://} URLs through a proxy. {@link HTTPClient#setHttpProxy} describes the protocols, the credentials and the
     * failures of a proxy. In the browser this only logs a warning, because the browser uses its own proxy settings.
     *
     * @param host the name or address of the proxy, optionally as {@code socks5://user:password@host}; empty for no proxy
     * @param port 1 to 65535, or -1 for no proxy
     * @throws IllegalArgumentException if the host is invalid or the port is out of range
     */
    void setHttpProxy(String host, int port);

    /**
     * Sends requests with {@code https://} URLs through a tunnel of a proxy. {@link HTTPClient#setHttpsProxy} describes the protocols, the
     * credentials and the failures of a proxy. In the browser this only logs a warning, because the browser uses its own proxy settings.
     *
     * @param host the name or address of the proxy, optionally as {@code socks5://user:password@host}; empty for no proxy
     * @param port 1 to 65535, or -1 for no proxy
     * @throws IllegalArgumentException if the host is invalid or the port is out of range
     */
    void setHttpsProxy(String host, int port);

    /**
     * Sets how the certificates of servers with {@code https://} URLs are verified. In the browser this has no effect.
     *
     * <p>
     * A redirect to another origin (scheme, host or port) does not take along the client certificate, because credentials stay within their origin.
     * If the options do not check the certificate for the name of the host ({@link TLSOptions#clientUnsafe()}, or a name override), a redirect to
     * another {@code https://} origin is not followed: a request ends in {@link Result#RESULT_REQUEST_FAILED}, and an event source closes itself. Trusted certificates, pins and
     * revocation checks also apply to the origins that a redirect leads to.
     *
     * @param options the options, or null for the defaults
     */
    void setTlsOptions(@Nullable TLSOptions options);

    /**
     * Sets the hosts that are reached without a proxy. In the browser this has no effect.
     *
     * @param hosts names ({@code example.com} matches only that host), domains ({@code .example.com} or {@code *.example.com} matches every host
     *              below it, but not itself) and literal addresses; empty, the default, for no exclusions
     * @throws IllegalArgumentException if an entry is none of these; the list then stays unchanged
     */
    void setProxyExclusions(List<String> hosts);

    /**
     * Sets how the browser sends requests: credentials, cache, keepalive, priority and referrer; see {@link HTTPClient#setWebOptions}. On the JVM
     * this has no effect.
     *
     * @param options the options; the default is {@link WebOptions#DEFAULT}
     */
    void setWebOptions(WebOptions options);

    /**
     * Lets the browser backend look for the cause of a failed request; see {@link HTTPClient#setDiagnosticsEnabled}, which costs one more request.
     * On the JVM this has no effect, because it knows the cause.
     *
     * @param enabled true to look for the cause; the default is false
     */
    void setDiagnosticsEnabled(boolean enabled);

    /**
     * Lets a request fail, also on the desktop, if a browser could not carry it out; see {@link HTTPClient#setStrictPortable}. The request ends in
     * {@link Result#RESULT_CANT_CONNECT} or {@link Result#RESULT_REQUEST_FAILED}, an event source closes itself, and the message names the browser's
     * rule. Only a redirect hook makes {@link HTTPRequest#requestRaw} itself return {@code ERR_UNAVAILABLE}.
     *
     * @param enabled true for strict portable mode; the default is false
     */
    void setStrictPortable(boolean enabled);
}
