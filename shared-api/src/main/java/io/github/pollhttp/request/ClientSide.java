package io.github.pollhttp.request;

import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.content.DecoderChain;
import io.github.pollhttp.content.ExpectedBody;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.spi.BackendProvider;
import io.github.pollhttp.spi.RequestPlatform;

/**
 * The parts of one request that browsers have built in: content codings, cookies, redirects, and storing the body. Not final, and null in a browser,
 * so that TeaVM leaves it out, see {@link RequestPlatform#unlessBuiltIn}.
 */
class ClientSide {
    private final ProxyCredentials proxyCredentials;
    private final RequestCodings codings;
    /** Null for no jar. */
    private final RequestCookies cookies;
    private final Redirects redirects;

    /** The settings of these parts. Immutable. */
    static class Factory {
        private final RequestCodings codings;
        private final RequestCookies cookies;

        Factory(RequestCodings codings, RequestCookies cookies) {
            this.codings = codings;
            this.cookies = cookies;
        }

        Factory withCodings(RequestPlatform platform, boolean enabled, int bufferSize) {
            return new Factory(new RequestCodings(platform, enabled, bufferSize), cookies);
        }

        /** @param jar null for none */
        Factory withCookies(CookieJar jar) {
            return new Factory(codings, jar == null ? null : new RequestCookies(jar));
        }

        CookieJar cookieJar() {
            return cookies == null ? null : cookies.jar();
        }

        /** @param tls decides whether the TLS options allow the next origin; null without options */
        ClientSide create(RequestSpec request, Settings settings, OriginTls tls) {
            return new ClientSide(new ProxyCredentials(request), codings, cookies,
                    new Redirects(settings.maxRedirects, settings.redirectHook, tls));
        }
    }

    private ClientSide(ProxyCredentials proxyCredentials, RequestCodings codings, RequestCookies cookies,
            Redirects redirects) {
        this.proxyCredentials = proxyCredentials;
        this.codings = codings;
        this.cookies = cookies;
        this.redirects = redirects;
    }

    void beforeConnect(HTTPClient client) {
        proxyCredentials.applyTo(client);
    }

    /** @return the retries of a request without a retry policy: one, after the server has closed an idle connection */
    Retries retries(BackendProvider provider) {
        return new Retries(null, provider);
    }

    /**
     * Calls the cookie jar, which may cancel the request.
     *
     * @param plain whether the body must arrive without a content coding
     * @return the header lines, and those about cookies and codings
     */
    List<String> addTo(List<String> lines, RequestSpec request, boolean plain) {
        List<String> withCookies = cookies == null ? lines : cookies.addTo(lines, request);
        return codings.addTo(withCookies, request, plain);
    }

    /**
     * Stores the cookies of the response, and sends the next request if it is a redirect. Calls the cookie jar, which may cancel the request.
     *
     * @return whether it is a redirect
     * @throws RequestFailure if the limit is reached, or this redirect must not be followed
     */
    boolean follow(RequestExecution execution) throws RequestFailure {
        if (cookies != null) {
            cookies.store(execution.request(), execution.client());
        }
        return !execution.isCancelling() && redirects.follow(execution);
    }

    /** @return the URLs that the request was redirected to, in order */
    List<String> redirectUrls() {
        return redirects.urls();
    }

    /** @return the decoders of the response, or null to deliver the body as it is */
    DecoderChain decoder(RequestExecution execution) throws RequestFailure {
        return codings.decoder(execution.client(), execution.request());
    }

    /**
     * @param hasBody    whether the response has a body
     * @param partLength the exact length of the body in bytes, if it is a part; otherwise -1
     * @return a transfer that stores the body in an array
     */
    BodyTransfer memoryTransfer(RequestExecution execution, boolean hasBody, long partLength) throws RequestFailure {
        DecoderChain decoder = hasBody ? decoder(execution) : null;
        long length = decoder == null ? execution.client().getResponseBodyLength() : -1;
        return new SinkTransfer(execution, decoder, new MemorySink(execution.platform(), length),
                ExpectedBody.WHOLE.ofLength(partLength));
    }
}
