package io.github.pollhttp.jvm.proxy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.jvm.net.DomainName;

/** The address in a SOCKS 5 request and the meaning of the replies (RFC 1928 sections 4 to 6). A host name is sent as is; the proxy resolves it. */
public final class SocksAddress {
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;

    private final byte[] address;
    private final int kind;
    private final int port;

    /** @param target the origin; its name fits, because the DNS has no longer ones than SOCKS 5 */
    public SocksAddress(Endpoint target) {
        port = target.port();
        if (target.isLiteral()) {
            address = DomainName.literal(target.host()).getAddress();
            kind = address.length == 4 ? IPV4 : IPV6;
        } else {
            address = target.host().getBytes(StandardCharsets.US_ASCII);
            kind = NAME;
        }
    }

    ByteBuffer connectRequest() {
        ByteBuffer request = ByteBuffer.allocate(7 + address.length);
        request.put((byte) 5).put((byte) 1).put((byte) 0).put((byte) kind);
        if (kind == NAME) {
            request.put((byte) address.length);
        }
        return request.put(address).putShort((short) port).flip();
    }

    /**
     * Returns how many bytes follow the first byte of an address: the rest of the address, and the port.
     *
     * @param first the first byte of the address; for a name, the length of the name
     * @param kind  the type of the address
     * @return the number of bytes, or -1 if the type is unknown
     */
    static int bytesAfter(int first, int kind) {
        return switch (kind) {
            case IPV4 -> 3 + 2;
            case IPV6 -> 15 + 2;
            case NAME -> first + 2;
            default -> -1;
        };
    }

    /** The meaning of a reply other than 0 (RFC 1928 section 6). */
    static String meaning(int reply) {
        return switch (reply) {
            case 1 -> "general failure";
            case 2 -> "its rules forbid the connection";
            case 3 -> "the network is unreachable";
            case 4 -> "the host is unreachable";
            case 5 -> "the host refused the connection";
            case 6 -> "too many routers lie between it and the host (TTL expired)";
            case 7 -> "it does not support connections";
            case 8 -> "it does not support this type of address";
            default -> "unknown reason";
        };
    }
}
