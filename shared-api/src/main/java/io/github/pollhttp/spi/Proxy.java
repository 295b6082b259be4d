package io.github.pollhttp.spi;

/**
 * A proxy as the program set it.
 *
 * @param host the host, perhaps with {@code user:password@} before it
 * @param port the port
 */
public record Proxy(String host, int port) {}
