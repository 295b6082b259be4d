package io.github.pollhttp.demo;

/**
 * An origin, split into the two arguments of {@code connectToHost}.
 *
 * @param host scheme and host, for example {@code http://localhost}
 * @param port 1 to 65535
 */
public record Address(String host, int port) {

    /**
     * Splits an origin.
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
