package io.github.pollhttp.jvm.proxy;

import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.jvm.net.DomainName;

/** Where a SOCKS proxy shall connect to, and what it says of that (RFC 1928 sections 4 to 6). A name goes as a name: the proxy looks it up. */
public final class SocksAddress {
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;
    private static final int LONGEST_NAME = 255;

    private final byte[] address;
    private final int kind;
    private final int port;

    /**
     * @param target its name in ASCII
     * @throws UnknownHostException if the name is longer than any can be
     */
    public SocksAddress(Endpoint target) throws UnknownHostException {
        port = target.port();
        if (target.isLiteral()) {
            address = DomainName.literal(target.host()).getAddress();
            kind = address.length == 4 ? IPV4 : IPV6;
        } else {
            address = target.host().getBytes(StandardCharsets.US_ASCII);
            kind = NAME;
        }
        if (address.length > LONGEST_NAME) {
            throw new UnknownHostException("a name has " + LONGEST_NAME + " characters at most");
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
     * How many bytes of an address and its port follow the first one.
     *
     * @param first the address's first byte, or a name's length
     * @return -1 if there is no such kind of address
     */
    static int bytesBehind(int first, int kind) {
        return switch (kind) {
            case IPV4 -> 3 + 2;
            case IPV6 -> 15 + 2;
            case NAME -> first + 2;
            default -> -1;
        };
    }

    /** What a reply other than 0 means. */
    static String meaning(int reply) {
        return switch (reply) {
            case 1 -> "general failure";
            case 2 -> "its rules do not allow the connection";
            case 3 -> "the network is unreachable";
            case 4 -> "the host is unreachable";
            case 5 -> "the host refuses the connection";
            case 6 -> "the host is too far away";
            case 7 -> "it does not make connections";
            case 8 -> "it does not know this kind of address";
            default -> "no known reason";
        };
    }
}
