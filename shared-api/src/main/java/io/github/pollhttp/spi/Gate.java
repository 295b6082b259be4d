package io.github.pollhttp.spi;

import java.util.List;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.TLSOptions;

/** What a program's connections and requests go through first, and may be refused by: a {@link Backend}, or something stricter before it. */
public interface Gate {
    /**
     * Begins to connect. The arguments are the program's own; {@link Endpoint#of} says which are right.
     *
     * @param host       where to
     * @param port       1 to 65535, or -1 for the scheme's own
     * @param tlsOptions the wish for TLS, and how to check the server; null for no such wish
     * @return null; or, if they are wrong or this backend cannot connect so, why
     */
    Refused connect(String host, int port, TLSOptions tlsOptions);

    /**
     * Begins an exchange. The arguments are the program's own; {@link OutgoingRequest#of} says which are right.
     *
     * @param method  the method
     * @param url     the request target
     * @param headers lines, {@code Name: value}
     * @param body    the bytes of the body, empty for none
     * @return null; or, if they are wrong or this backend cannot send such a request, why; the connection stays as it is then
     */
    Refused send(Method method, String url, List<String> headers, byte[] body);
}
