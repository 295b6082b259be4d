package io.github.pollhttp.demo;

/**
 * Where the places of the demo are: known only once the server has found free ports.
 *
 * @param page   where {@link Place#PAGE} is
 * @param second where {@link Place#SECOND} is
 * @param nobody where {@link Place#NOBODY} is
 */
public record Addresses(Address page, Address second, Address nobody) {
    /** Where the page's server tells them. */
    public static final String PATH = "/demo/addresses";

    /**
     * Reads what the server says at {@link #PATH}.
     *
     * @param lines three origins, each ended by a line feed, in the order of the components
     * @return the addresses
     */
    public static Addresses parse(String lines) {
        int first = lines.indexOf('\n');
        int second = lines.indexOf('\n', first + 1);
        int third = lines.indexOf('\n', second + 1);
        return new Addresses(
                Address.parse(lines.substring(0, first)),
                Address.parse(lines.substring(first + 1, second)),
                Address.parse(lines.substring(second + 1, third)));
    }

    Address of(Place place) {
        return switch (place) {
            case PAGE -> page;
            case SECOND -> second;
            case NOBODY -> nobody;
        };
    }
}
