package io.github.pollhttp.demo;

/**
 * The origins that the demo uses. They are known when the server has found free ports.
 *
 * @param page   the origin of {@link Place#PAGE}
 * @param second the origin of {@link Place#SECOND}
 * @param nobody the origin of {@link Place#NOBODY}
 */
public record Addresses(Address page, Address second, Address nobody) {
    /** The path at which the page's server lists the three origins. */
    public static final String PATH = "/demo/addresses";

    /**
     * Parses the response for {@link #PATH}.
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
