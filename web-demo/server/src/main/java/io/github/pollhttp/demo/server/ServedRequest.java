package io.github.pollhttp.demo.server;

/**
 * A request as the server saw it.
 *
 * @param method  its method
 * @param url     the absolute URL
 * @param code    the response code
 * @param aborted true if the client closed the connection before the end of the response
 */
public record ServedRequest(String method, String url, int code, boolean aborted) {}
