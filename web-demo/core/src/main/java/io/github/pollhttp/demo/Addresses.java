package io.github.pollhttp.demo;

/**
 * The servers that the demo uses. They are known when the demo server has found free ports, or when the page has found out that it has no server of its
 * own.
 *
 * @param page      the address of {@link Place#PAGE}
 * @param second    the address of {@link Place#SECOND}; null without the demo server
 * @param nobody    the address of {@link Place#NOBODY}; null without the demo server
 * @param entered   the address of {@link Place#ENTERED}; null before a visitor has entered one
 */
public record Addresses(Address page, Address second, Address nobody, Address entered) {
    /** The path, within the folder of the page, at which the demo server lists the origins of page, second and nobody. */
    public static final String PATH = "/addresses.txt";
    /** The list of a page that any web server may host as files. */
    public static final String NO_SERVER = "no demo server\n";

    private static final Address UNKNOWN = Address.parse("https://no-such-host.invalid");

    /**
     * Creates the addresses of the demo server.
     *
     * @param page   the address of {@link Place#PAGE}
     * @param second the address of {@link Place#SECOND}
     * @param nobody the address of {@link Place#NOBODY}
     * @return the addresses
     */
    public static Addresses ofServers(Address page, Address second, Address nobody) {
        return new Addresses(page, second, nobody, null);
    }

    /**
     * Creates the addresses of a page without the demo server.
     *
     * @param page the folder of the page
     * @return the addresses
     */
    public static Addresses ofFiles(Address page) {
        return new Addresses(page, null, null, null);
    }

    /**
     * Parses the response for {@link #PATH}.
     *
     * @param lines three origins, each ended by a line feed, in the order of the components; or {@link #NO_SERVER}
     * @param page  the folder of the page
     * @return the addresses
     */
    public static Addresses parse(String lines, Address page) {
        if (lines.startsWith(NO_SERVER)) {
            return ofFiles(page);
        }
        int first = lines.indexOf('\n');
        int second = lines.indexOf('\n', first + 1);
        int third = lines.indexOf('\n', second + 1);
        return ofServers(
                Address.parse(lines.substring(0, first)),
                Address.parse(lines.substring(first + 1, second)),
                Address.parse(lines.substring(second + 1, third)));
    }

    /**
     * Whether the page comes from the demo server.
     *
     * @return false if it is hosted as files
     */
    public boolean hasServer() {
        return second != null;
    }

    /**
     * Adds the address that a visitor has entered.
     *
     * @param address the address
     * @return these addresses with that one
     */
    public Addresses withEntered(Address address) {
        return new Addresses(page, second, nobody, address);
    }

    Address of(Place place) {
        return switch (place) {
            case PAGE -> page;
            case SECOND -> second;
            case NOBODY -> nobody;
            case UNKNOWN -> UNKNOWN;
            case ENTERED -> entered;
        };
    }
}
