package io.github.pollhttp.contract;

/**
 * The ports of a run's servers, all on 127.0.0.1.
 *
 * @param port        the port of the scripted server; in a browser, the page comes from this origin
 * @param otherPort   the port of a second scripted server, which is another origin
 * @param refusedPort a port that refuses connections
 */
public record ServerAddresses(int port, int otherPort, int refusedPort) {}
