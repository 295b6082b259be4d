package io.github.pollhttp.demo.server;

/**
 * A request as the server saw it.
 *
 * @param method  its method
 * @param url     the absolute URL
 * @param code    what was answered
 * @param aborted whether the client went away before the end of the answer
 */
public record ServedRequest(String method, String url, int code, boolean aborted) {}
