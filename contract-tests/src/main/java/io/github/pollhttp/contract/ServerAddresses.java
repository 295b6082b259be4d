package io.github.pollhttp.contract;

/**
 * Where the servers of a run are, all on this machine.
 *
 * @param port        the scripted server; in the browser the page comes from it, too
 * @param otherPort   the same server as another origin
 * @param refusedPort a port on which nothing listens
 */
public record ServerAddresses(int port, int otherPort, int refusedPort) {}
