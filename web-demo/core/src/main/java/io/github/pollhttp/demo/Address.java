package io.github.pollhttp.demo;

/**
 * The server of a request, as the two arguments of {@code connectToHost}, and a folder on it.
 *
 * @param host   scheme and host, for example {@code http://localhost}
 * @param port   1 to 65535, or -1 for the default of the scheme
 * @param folder stands before the path of each request, for example {@code /pollhttp/try}; empty for none
 */
public record Address(String host, int port, String folder) {
    private static final int DEFAULT_PORT = -1;
    private static final int MOST_DIGITS = 5;

    /**
     * Splits an origin.
     *
     * @param origin for example {@code http://localhost:8080}
     * @return its parts, without a folder. If the text after the last colon is no port, all of it is the host, which {@code connectToHost} then rejects
     */
    public static Address parse(String origin) {
        int colon = origin.lastIndexOf(':');
        return isPort(origin, colon + 1)
                ? new Address(origin.substring(0, colon), Integer.parseInt(origin.substring(colon + 1)), "")
                : new Address(origin, DEFAULT_PORT, "");
    }

    private static boolean isPort(String text, int begin) {
        for (int i = begin; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return begin > 0 && begin < text.length() && text.length() - begin <= MOST_DIGITS;
    }

    /**
     * Names a folder of this server.
     *
     * @param path its path, for example {@code /pollhttp/try}; empty for the root
     * @return the address of the folder
     */
    public Address folder(String path) {
        return new Address(host, port, path);
    }

    @Override
    public String toString() {
        return (port == DEFAULT_PORT ? host : host + ":" + port) + folder;
    }
}
