package io.github.pollhttp.jvm.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Host names and literal addresses, as far as they can be handled without a look-up. */
public final class DomainName {
    /** IPv6 and IPv4, because a server may listen on either. The system's hosts file is not consulted. */
    static final List<InetAddress> LOOPBACK = List.of(address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
            address(127, 0, 0, 1));

    private DomainName() {}

    /**
     * The address that a literal stands for. Makes no look-up.
     *
     * @param address a valid IPv4 or IPv6 address, without brackets
     */
    public static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new AssertionError("Endpoint accepts valid addresses only", e);
        }
    }

    /** Whether the name is {@code localhost} or below it. Such a name means loopback and needs no look-up (RFC 6761 section 6.3). */
    static boolean isLocalhost(String name) {
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return bare.equals("localhost") || bare.endsWith(".localhost");
    }

    private static InetAddress address(int... bytes) {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        try {
            return InetAddress.getByAddress(raw);
        } catch (UnknownHostException e) {
            throw new AssertionError("an address has 4 or 16 bytes", e);
        }
    }
}
