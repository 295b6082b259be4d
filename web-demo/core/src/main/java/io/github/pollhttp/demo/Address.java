package io.github.pollhttp.demo;

/**
 * An origin in the two parts that {@code connectToHost} takes.
 *
 * @param host with its scheme, for example {@code http://localhost}
 * @param port always given: the demo runs on no default port
 */
public record Address(String host, int port) {

    /**
     * Takes an origin apart.
     *
     * @param origin for example {@code http://localhost:8080}
     * @return its parts
     */
    public static Address parse(String origin) {
        int colon = origin.lastIndexOf(':');
        return new Address(origin.substring(0, colon), Integer.parseInt(origin.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
